"""Change the pod template of a DaemonSet."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-daemon-set-patch",
    title="Change the pod template of a DaemonSet",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("patch apps/daemonsets",)),)),
    where=Workload.type.equals("DaemonSet"),
    because=(
        "A DaemonSet makes a pod on every node it tolerates, new nodes included. Its template may be changed "
        "to run any command, with what its pods have: service account, secrets and volumes."
    ),
    fix="Take `patch daemonsets` out of the role; let the delivery pipeline alone change what runs.",
    reaches=[
        (*account("web", allow("patch", "daemonsets", group="apps")), workload("db", type="DaemonSet")),
        (*account("web", allow("patch", "daemonsets", names="db", group="apps")), workload("db", type="DaemonSet")),
    ],
    blocked=[
        (*account("web", allow("patch", "daemonsets", names="other", group="apps")), workload("db", type="DaemonSet")),
        (*account("web", allow("patch", "daemonsets/scale", group="apps")), workload("db", type="DaemonSet")),
    ],
)
