"""Add every right to a cluster role of one's own."""

from bartizan.content.kinds.kubernetes.service_account import RoleBinding, ServiceAccount
from bartizan.content.steps.kubernetes.scene import RBAC, account, allow
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="kubernetes-cluster-role-escalate",
    title="Add every right to a cluster role of one's own",
    technique="T1098.006",
    actor=ServiceAccount,
    move=Act(
        on=ServiceAccount,
        uses=(
            Use(
                actions=(
                    "escalate rbac.authorization.k8s.io/clusterroles",
                    "patch rbac.authorization.k8s.io/clusterroles",
                ),
                upon=Upon.ACTOR,
                along=((ServiceAccount.bindings, RoleBinding.gives),),
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because=("Nobody may add rights to a role that they do not have, unless they have the verb `escalate` on it."),
    fix="Take `escalate` out of the role; `*` as a verb contains it.",
    reaches=[
        account("web", allow("escalate patch", "clusterroles", group=RBAC), everywhere=True),
        account("web", allow("*", "clusterroles", group=RBAC, names="web"), everywhere=True),
    ],
    blocked=[
        account("web", allow("patch", "clusterroles", group=RBAC), everywhere=True),
        account("web", allow("escalate patch", "clusterroles", group=RBAC, names="other"), everywhere=True),
    ],
)
