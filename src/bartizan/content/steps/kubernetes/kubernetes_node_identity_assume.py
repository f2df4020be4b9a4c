"""Take the tokens of the pods on a node."""

from bartizan.content.kinds.kubernetes.workload import Node, Workload
from bartizan.content.steps.kubernetes.scene import account, node, workload
from bartizan.core.step import Follow, Step

STEP: Step[Node, Node] = Step(
    id="kubernetes-node-identity-assume",
    title="Take the tokens of the pods on a node",
    technique="T1078",
    references=("KubeHound IDENTITY_ASSUME",),
    actor=Node,
    move=Follow(along=(Node.workloads, Workload.account)),
    because=("Whoever holds a node reads the token of every pod on it, and may ask for new ones as its kubelet."),
    fix="Keep powerful workloads on nodes of their own, by taints and node affinity.",
    weight=0.0,
    reaches=[(node("n1", workload("web")), workload("web", runs_as="backup", node="n1"), *account("backup"))],
    blocked=[(node("n1"), workload("web", runs_as="backup", node="n2"), *account("backup"))],
)
