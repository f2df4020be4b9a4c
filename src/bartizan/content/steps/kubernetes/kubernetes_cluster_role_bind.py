"""Bind cluster-admin in the whole cluster."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import RBAC, account, allow
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="kubernetes-cluster-role-bind",
    title="Bind cluster-admin in the whole cluster",
    technique="T1098.006",
    references=("KubeHound ROLE_BIND",),
    actor=ServiceAccount,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("create rbac.authorization.k8s.io/clusterrolebindings",), upon=Upon.NEW),
            Use(actions=("bind rbac.authorization.k8s.io/clusterroles",), upon=Upon.NEW, resource="cluster-admin"),
        ),
        gains=Gain.ADMIN,
    ),
    because="Nobody may give more than they have, unless they have the verb `bind` on the role they give.",
    fix="Take `bind` out of the role, or name harmless roles in `resourceNames`.",
    reaches=[
        account(
            "web",
            allow("create", "clusterrolebindings", group=RBAC),
            allow("bind", "clusterroles", group=RBAC),
            everywhere=True,
        ),
        account("web", allow("*", "*", group=RBAC), everywhere=True),
    ],
    blocked=[
        account("web", allow("create", "clusterrolebindings", group=RBAC), everywhere=True),
        account(
            "web",
            allow("create", "clusterrolebindings", group=RBAC),
            allow("bind", "clusterroles", group=RBAC, names="view"),
            everywhere=True,
        ),
    ],
)
