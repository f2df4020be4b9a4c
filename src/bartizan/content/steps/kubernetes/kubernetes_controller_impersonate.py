"""Impersonate the controller manager."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="kubernetes-controller-impersonate",
    title="Impersonate the controller manager",
    technique="T1078",
    actor=ServiceAccount,
    move=Act(
        on=ServiceAccount,
        uses=(Use(actions=("impersonate core/users",), upon=Upon.NEW, resource="user:system:kube-controller-manager"),),
        gains=Gain.ADMIN,
    ),
    because=(
        "The controller manager may make tokens for every service account, and read every secret; whoever may "
        "impersonate its user has both."
    ),
    fix="Take `impersonate` on users out of the role, or name harmless users in `resourceNames`.",
    reaches=[account("web", allow("impersonate", "users"), everywhere=True)],
    blocked=[
        account("web", allow("impersonate", "users", names="ann"), everywhere=True),
        account("web", allow("impersonate", "users")),
        account("web", allow("impersonate", "serviceaccounts"), everywhere=True),
    ],
)
