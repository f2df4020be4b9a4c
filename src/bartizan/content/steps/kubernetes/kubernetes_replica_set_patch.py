"""Change the pod template of a ReplicaSet."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-replica-set-patch",
    title="Change the pod template of a ReplicaSet",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("patch apps/replicasets",)),)),
    where=Workload.type.equals("ReplicaSet"),
    because=(
        "A ReplicaSet makes its pods at once, without a Deployment over it. Its template may be changed to "
        "run any command, with what its pods have: service account, secrets and volumes."
    ),
    fix="Take `patch replicasets` out of the role; let the delivery pipeline alone change what runs.",
    reaches=[
        (*account("web", allow("patch", "replicasets", group="apps")), workload("db", type="ReplicaSet")),
        (*account("web", allow("patch", "replicasets", names="db", group="apps")), workload("db", type="ReplicaSet")),
    ],
    blocked=[
        (
            *account("web", allow("patch", "replicasets", names="other", group="apps")),
            workload("db", type="ReplicaSet"),
        ),
        (*account("web", allow("patch", "replicasets/scale", group="apps")), workload("db", type="ReplicaSet")),
    ],
)
