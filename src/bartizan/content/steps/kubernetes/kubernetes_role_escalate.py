"""Add every right in the namespace to a role."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import RBAC, account, allow
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-role-escalate",
    title="Add every right in the namespace to a role",
    technique="T1098.006",
    actor=ServiceAccount,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(
                actions=(
                    "escalate rbac.authorization.k8s.io/roles",
                    "create rbac.authorization.k8s.io/roles",
                    "create rbac.authorization.k8s.io/rolebindings",
                    "bind rbac.authorization.k8s.io/roles",
                )
            ),
        ),
    ),
    because=(
        "With `escalate` a new role may allow everything in the namespace, and with `bind` it may be taken: "
        "then every service account there can be acted as."
    ),
    fix="Take `escalate` and `bind` out of the role; `*` as a verb contains both.",
    reaches=[(*account("web", allow("create escalate bind", "roles rolebindings", group=RBAC)), *account("backup"))],
    blocked=[
        (*account("web", allow("create", "roles rolebindings", group=RBAC)), *account("backup")),
        (*account("web", allow("create escalate", "roles rolebindings", group=RBAC)), *account("backup")),
    ],
)
