"""Bind cluster-admin in one namespace."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import RBAC, account, allow
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-cluster-role-bind-in-namespace",
    title="Bind cluster-admin in one namespace",
    technique="T1098.006",
    references=("KubeHound ROLE_BIND",),
    actor=ServiceAccount,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(actions=("create rbac.authorization.k8s.io/rolebindings",)),
            Use(
                actions=("bind rbac.authorization.k8s.io/clusterroles",),
                resource="{namespace}/clusterroles/cluster-admin",
            ),
        ),
    ),
    because=(
        "A role binding gives a cluster role in one namespace. Whoever is an administrator there may act as "
        "every service account of it."
    ),
    fix="Take `bind` out of the role, or name harmless roles in `resourceNames`.",
    reaches=[
        (
            *account("web", allow("create", "rolebindings", group=RBAC), allow("bind", "clusterroles", group=RBAC)),
            *account("backup"),
        )
    ],
    blocked=[
        (*account("web", allow("create", "rolebindings", group=RBAC)), *account("backup")),
        (
            *account(
                "web",
                allow("create", "rolebindings", group=RBAC),
                allow("bind", "clusterroles", group=RBAC, names="view"),
            ),
            *account("backup"),
        ),
    ],
)
