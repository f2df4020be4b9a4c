"""Change the image of a pod."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-pod-patch",
    title="Change the image of a pod",
    technique="T1610",
    references=("KubeHound POD_PATCH",),
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("patch core/pods",)),)),
    where=Workload.type.equals("Pod"),
    because=(
        "The image of a running pod may be changed; the new one starts with the service account, the secrets "
        "and the volumes of the old."
    ),
    fix="Take `patch pods` out of the role; admission can refuse images that are not yours.",
    reaches=[
        (*account("web", allow("patch", "pods")), workload("db")),
        (*account("web", allow("patch", "pods", names="db")), workload("db")),
    ],
    blocked=[
        (*account("web", allow("patch", "pods/status")), workload("db")),
        (*account("web", allow("patch", "pods", names="other")), workload("db")),
    ],
)
