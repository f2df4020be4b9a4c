"""Replace a pod's image as a whole."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-pod-update",
    title="Replace a pod's image as a whole",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("update core/pods",)),)),
    where=Workload.type.equals("Pod"),
    because=(
        "The image of a running pod may be changed; the new one starts with the service account, the secrets "
        "and the volumes of the old."
    ),
    fix="Take `update pods` out of the role; admission can refuse images that are not yours.",
    reaches=[
        (*account("web", allow("update", "pods")), workload("db")),
        (*account("web", allow("update", "pods", names="db")), workload("db")),
    ],
    blocked=[
        (*account("web", allow("update", "pods/status")), workload("db")),
        (*account("web", allow("update", "pods", names="other")), workload("db")),
    ],
)
