"""Run a command in a pod."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-pod-exec",
    title="Run a command in a pod",
    technique="T1609",
    references=("KubeHound POD_EXEC",),
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("create core/pods/exec",)),)),
    because=(
        "The API server runs a command in a container for whoever may create `pods/exec`; the command has the "
        "token and the secrets of the pod."
    ),
    fix="Take `pods/exec` out of the role, or give it in a namespace where nothing of value runs.",
    reaches=[
        (*account("web", allow("create", "pods/exec")), workload("db")),
        (*account("web", allow("create", "*"), everywhere=True), workload("db", type="Deployment")),
    ],
    blocked=[
        (*account("web", allow("create", "pods")), workload("db")),
        (*account("web", allow("create", "pods/exec", names="other")), workload("db")),
        (*account("web", allow("create", "pods/exec"), namespace="front"), workload("db")),
    ],
)
