"""Create a pod that takes over its node."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Node
from bartizan.content.steps.kubernetes.scene import account, allow, node
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="kubernetes-pod-create-on-node",
    title="Create a pod that takes over its node",
    technique="T1610",
    references=("KubeHound POD_CREATE",),
    actor=ServiceAccount,
    move=Act(on=Node, uses=(Use(actions=("create core/pods",)),)),
    because=(
        "A new pod may name its node, run privileged and mount the whole file system of the node, unless "
        "admission forbids it."
    ),
    fix=("Take `create pods` out of the role, and enforce the baseline Pod Security Standard in every namespace."),
    reaches=[(*account("web", allow("create", "pods")), node("n1"))],
    blocked=[
        (*account("web", allow("create", "pods", names="job")), node("n1")),
        (*account("web", allow("list", "pods")), node("n1")),
    ],
)
