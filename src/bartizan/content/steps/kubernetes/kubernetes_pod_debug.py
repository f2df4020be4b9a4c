"""Add a container to a running pod."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-pod-debug",
    title="Add a container to a running pod",
    technique="T1609",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("patch core/pods/ephemeralcontainers",)),)),
    because=(
        "An ephemeral container joins a running pod, with an image and a command of the attacker's choice and "
        "with the network, and on demand the processes, of the pod."
    ),
    fix="Take `pods/ephemeralcontainers` out of the role; admission can refuse images that are not yours.",
    reaches=[(*account("web", allow("patch", "pods/ephemeralcontainers")), workload("db"))],
    blocked=[
        (*account("web", allow("patch", "pods")), workload("db")),
        (*account("web", allow("patch", "pods/ephemeralcontainers", names="other")), workload("db")),
    ],
)
