"""Kubernetes admission webhooks."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Owner, Shown, Source


class Webhook(Asset, kind="kubernetes.webhook"):
    """Asked by the API server before an object is admitted."""

    name = Text("Its name.")
    validates = Flag("It decides whether an object is admitted; others change objects.")
    fails_closed = Flag("Objects are refused while it cannot be asked.")


FROM_MANIFEST = Source(
    of=Webhook,
    each=Block(
        "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
        "admissionregistration.k8s.io/MutatingWebhookConfiguration",
        each="webhooks",
    ),
    reads={
        Webhook.name: "name",
        Webhook.validates: Owner("kind == 'ValidatingWebhookConfiguration'"),
        Webhook.fails_closed: "not_null(failurePolicy, 'Fail') == 'Fail'",
    },
    shows=[
        Shown(
            text="""
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: guard}
webhooks: [{name: guard.example}]
""",
            gives=Webhook(
                "ValidatingWebhookConfiguration/guard/webhooks/0",
                name="guard.example",
                validates=True,
                fails_closed=True,
            ),
        ),
        Shown(
            text="""
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: guard}
webhooks: [{name: guard.example, failurePolicy: Ignore}]
""",
            gives=Webhook("MutatingWebhookConfiguration/guard/webhooks/0", validates=False, fails_closed=False),
        ),
    ],
)
