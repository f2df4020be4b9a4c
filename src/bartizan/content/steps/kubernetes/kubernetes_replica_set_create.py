"""Create a ReplicaSet that runs as another service account."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-replica-set-create",
    title="Create a ReplicaSet that runs as another service account",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=ServiceAccount, uses=(Use(actions=("create apps/replicasets",)),)),
    because=(
        "A ReplicaSet makes its pods at once, without a Deployment over it; it is the controller that creates "
        "them, so that no right to create pods is asked of the attacker, and the template names any service "
        "account of the namespace."
    ),
    fix=("Take `create replicasets` out of the role, and keep powerful service accounts in namespaces of their own."),
    reaches=[(*account("web", allow("create", "replicasets", group="apps")), *account("backup"))],
    blocked=[
        (*account("web", allow("create", "pods/log")), *account("backup")),
        (*account("web", allow("create", "replicasets", group="apps")), *account("backup", namespace="ops")),
    ],
)
