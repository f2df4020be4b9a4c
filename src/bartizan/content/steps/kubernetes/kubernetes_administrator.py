"""Have every right already."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import RBAC, account, allow
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="kubernetes-administrator",
    title="Have every right already",
    technique="T1078.001",
    actor=ServiceAccount,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(
                actions=(
                    "create rbac.authorization.k8s.io/clusterrolebindings",
                    "bind rbac.authorization.k8s.io/clusterroles",
                    "list core/secrets",
                    "create core/pods",
                    "delete core/nodes",
                ),
                upon=Upon.NEW,
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because="Whoever may do these things everywhere is an administrator of the cluster: nothing is left to gain in it.",
    fix="Bind cluster-admin to nobody, and to service accounts roles of what they need.",
    intended=True,
    weight=0.0,
    reaches=[account("web", allow("*", "*", group="*"), everywhere=True)],
    blocked=[
        account("web", allow("*", "*", group="*")),
        account("web", allow("*", "*", group=RBAC), everywhere=True),
        account("web", allow("get list watch", "*", group="*"), everywhere=True),
    ],
)
