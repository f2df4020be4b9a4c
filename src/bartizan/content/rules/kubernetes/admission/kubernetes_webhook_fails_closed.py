"""Admission checks refuse what they cannot check."""

from bartizan.content.kinds.kubernetes.webhook import Webhook
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-webhook-fails-closed",
    title="Admission checks refuse what they cannot check",
    severity=Severity.MEDIUM,
    every=Webhook,
    where=Webhook.validates,
    must=Webhook.fails_closed,
    because="While the webhook is down, or made to be, everything is admitted unchecked.",
    fix="Set failurePolicy to Fail.",
    serves=("admission-control",),
    passes=[Webhook(validates=True, fails_closed=True)],
    fails=[Webhook(validates=True, fails_closed=False)],
)
