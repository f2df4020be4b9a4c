"""Attach to the process of a pod."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-pod-attach",
    title="Attach to the process of a pod",
    technique="T1609",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("create core/pods/attach",)),)),
    because=(
        "Attaching connects to the running process of a container: what it reads and writes, and its shell "
        "where it is one."
    ),
    fix="Take `pods/attach` out of the role.",
    reaches=[(*account("web", allow("create", "pods/attach")), workload("db"))],
    blocked=[
        (*account("web", allow("create", "pods/log")), workload("db")),
        (*account("web", allow("get", "pods/attach")), workload("db")),
    ],
)
