"""Bind a role of the namespace."""

from bartizan.content.kinds.kubernetes.role import Role
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import RBAC, account, allow, role
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-role-bind",
    title="Bind a role of the namespace",
    technique="T1098.006",
    references=("KubeHound ROLE_BIND",),
    actor=ServiceAccount,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("create rbac.authorization.k8s.io/rolebindings",)),
            Use(actions=("bind rbac.authorization.k8s.io/roles",)),
        ),
    ),
    where=~Role.cluster_wide,
    because="With the verb `bind` on a role, an attacker gives it to itself, whatever it allows.",
    fix="Take `bind` out of the role, or name harmless roles in `resourceNames`.",
    reaches=[
        (
            *account("web", allow("create", "rolebindings", group=RBAC), allow("bind", "roles", group=RBAC)),
            role("keys", allow("*", "secrets")),
        )
    ],
    blocked=[
        (*account("web", allow("create", "rolebindings", group=RBAC)), role("keys", allow("*", "secrets"))),
        (
            *account(
                "web", allow("create", "rolebindings", group=RBAC), allow("bind", "roles", group=RBAC, names="other")
            ),
            role("keys", allow("*", "secrets")),
        ),
    ],
)
