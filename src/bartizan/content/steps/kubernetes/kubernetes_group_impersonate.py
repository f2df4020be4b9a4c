"""Impersonate a member of system:masters."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="kubernetes-group-impersonate",
    title="Impersonate a member of system:masters",
    technique="T1078",
    references=("KubeHound IDENTITY_IMPERSONATE",),
    actor=ServiceAccount,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("impersonate core/users",), upon=Upon.NEW),
            Use(actions=("impersonate core/groups",), upon=Upon.NEW, resource="group:system:masters"),
        ),
        gains=Gain.ADMIN,
    ),
    because=(
        "The header `Impersonate-Group` adds groups to the impersonated user; the API server lets the group "
        "system:masters do everything, whatever roles say."
    ),
    fix="Take `impersonate` on groups out of the role, or name harmless groups in `resourceNames`.",
    reaches=[account("web", allow("impersonate", "users groups"), everywhere=True)],
    blocked=[
        account("web", allow("impersonate", "users groups")),
        account("web", allow("impersonate", "users"), everywhere=True),
        account("web", allow("impersonate", "users"), allow("impersonate", "groups", names="devs"), everywhere=True),
    ],
)
