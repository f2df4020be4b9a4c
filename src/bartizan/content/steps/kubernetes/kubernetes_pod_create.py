"""Create a pod that runs as another service account."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-pod-create",
    title="Create a pod that runs as another service account",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=ServiceAccount, uses=(Use(actions=("create core/pods",)),)),
    because=(
        "Whoever may create a pod chooses the service account it runs as, any one of the namespace, and gets its token."
    ),
    fix=("Take `create pods` out of the role, and keep powerful service accounts in namespaces of their own."),
    reaches=[
        (*account("web", allow("create", "pods")), *account("backup")),
        (*account("web", allow("*", "*"), everywhere=True), *account("backup", namespace="ops")),
    ],
    blocked=[
        (*account("web", allow("create", "pods", names="job")), *account("backup")),
        (*account("web", allow("get list watch", "pods")), *account("backup")),
        (*account("web", allow("create", "pods")), *account("backup", namespace="ops")),
    ],
)
