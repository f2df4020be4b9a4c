"""Mount a node's file system through a persistent volume."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Node
from bartizan.content.steps.kubernetes.scene import account, allow, node
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="kubernetes-persistent-volume-create",
    title="Mount a node's file system through a persistent volume",
    technique="T1611",
    actor=ServiceAccount,
    move=Act(
        on=Node,
        uses=(
            Use(actions=("create core/persistentvolumes",), upon=Upon.NEW),
            Use(
                actions=(
                    "create core/persistentvolumeclaims",
                    "create core/pods",
                )
            ),
        ),
    ),
    because=(
        "A persistent volume may be a path of the node. The pod that claims it names no host path itself, so "
        "the Pod Security Standards let it pass."
    ),
    fix="Take `create persistentvolumes` out of the role; only provisioners need it.",
    reaches=[
        (*account("web", allow("create", "persistentvolumes persistentvolumeclaims pods"), everywhere=True), node("n1"))
    ],
    blocked=[
        (*account("web", allow("create", "persistentvolumeclaims pods"), everywhere=True), node("n1")),
        (*account("web", allow("create", "persistentvolumes persistentvolumeclaims pods")), node("n1")),
    ],
)
