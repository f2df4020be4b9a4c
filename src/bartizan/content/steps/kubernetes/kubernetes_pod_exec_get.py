"""Run a command in a pod over a connection that only reads."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-pod-exec-get",
    title="Run a command in a pod over a connection that only reads",
    technique="T1609",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("get core/pods/exec",)),)),
    because=(
        "Over a WebSocket a command is started by a GET, so that the verb `get` on `pods/exec` suffices in "
        "clusters before 1.35, and is mistaken for reading."
    ),
    fix="Take `pods/exec` out of the role, or give it in a namespace where nothing of value runs.",
    reaches=[
        (*account("web", allow("get", "pods/exec")), workload("db")),
        (*account("web", allow("get", "*"), everywhere=True), workload("db", type="Deployment")),
    ],
    blocked=[
        (*account("web", allow("get", "pods")), workload("db")),
        (*account("web", allow("get", "pods/exec", names="other")), workload("db")),
        (*account("web", allow("get", "pods/exec"), namespace="front"), workload("db")),
    ],
)
