"""Change the pod template of a ReplicationController."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import account, allow, workload
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-replication-controller-patch",
    title="Change the pod template of a ReplicationController",
    technique="T1610",
    actor=ServiceAccount,
    move=Act(on=Workload, uses=(Use(actions=("patch core/replicationcontrollers",)),)),
    where=Workload.type.equals("ReplicationController"),
    because=(
        "A ReplicationController makes its pods as a ReplicaSet does, though hardly anything uses it any "
        "more. Its template may be changed to run any command, with what its pods have: service account, "
        "secrets and volumes."
    ),
    fix=("Take `patch replicationcontrollers` out of the role; let the delivery pipeline alone change what runs."),
    reaches=[
        (*account("web", allow("patch", "replicationcontrollers")), workload("db", type="ReplicationController")),
        (
            *account("web", allow("patch", "replicationcontrollers", names="db")),
            workload("db", type="ReplicationController"),
        ),
    ],
    blocked=[
        (
            *account("web", allow("patch", "replicationcontrollers", names="other")),
            workload("db", type="ReplicationController"),
        ),
        (*account("web", allow("patch", "replicationcontrollers/scale")), workload("db", type="ReplicationController")),
    ],
)
