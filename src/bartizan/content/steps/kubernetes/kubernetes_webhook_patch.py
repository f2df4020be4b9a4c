"""Change a webhook so that it changes what others create."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import ADMISSION, account, allow
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="kubernetes-webhook-patch",
    title="Change a webhook so that it changes what others create",
    technique="T1565.002",
    actor=ServiceAccount,
    move=Act(
        on=ServiceAccount,
        uses=(Use(actions=("patch admissionregistration.k8s.io/mutatingwebhookconfigurations",), upon=Upon.NEW),),
        gains=Gain.ADMIN,
    ),
    because=(
        "A mutating webhook is sent every object that it asks for, secrets included, and may change it: a pod "
        "of the control plane gets the attacker's container."
    ),
    fix="Take `patch mutatingwebhookconfigurations` out of the role.",
    reaches=[account("web", allow("patch", "mutatingwebhookconfigurations", group=ADMISSION), everywhere=True)],
    blocked=[
        account("web", allow("get", "mutatingwebhookconfigurations", group=ADMISSION), everywhere=True),
        account("web", allow("patch", "mutatingwebhookconfigurations", group=ADMISSION)),
    ],
)
