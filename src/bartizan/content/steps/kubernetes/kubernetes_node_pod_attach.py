"""Enter the pods that run on a node."""

from bartizan.content.kinds.kubernetes.workload import Node
from bartizan.content.steps.kubernetes.scene import node, workload
from bartizan.core.step import Follow, Step

STEP: Step[Node, Node] = Step(
    id="kubernetes-node-pod-attach",
    title="Enter the pods that run on a node",
    technique="T1609",
    references=("KubeHound POD_ATTACH",),
    actor=Node,
    move=Follow(along=Node.workloads),
    because="Whoever holds a node runs commands in every container on it, through the runtime.",
    fix="Keep powerful workloads on nodes of their own, by taints and node affinity.",
    weight=0.0,
    reaches=[(node("n1", workload("web")), workload("web", node="n1"))],
    blocked=[(node("n1"), workload("web", node="n2"))],
)
