"""Read the volumes of the pods on a node."""

from bartizan.content.kinds.kubernetes.workload import Node, Workload
from bartizan.content.steps.kubernetes.scene import node, volume, workload
from bartizan.core.step import Follow, Step

STEP: Step[Node, Node] = Step(
    id="kubernetes-volume-access",
    title="Read the volumes of the pods on a node",
    technique="T1613",
    references=("KubeHound VOLUME_ACCESS",),
    actor=Node,
    move=Follow(along=(Node.workloads, Workload.volumes)),
    because="The volumes of all pods are directories of the node: whoever holds it reads them.",
    fix="Keep workloads with valuable volumes on nodes of their own, by taints and node affinity.",
    weight=0.0,
    reaches=[
        (
            node("n1", workload("web")),
            workload("web", node="n1", volumes=frozenset({"shop/Pod/web/spec/volumes/0"})),
            volume(workload("web")),
        )
    ],
    blocked=[
        (
            node("n1"),
            workload("web", node="n2", volumes=frozenset({"shop/Pod/web/spec/volumes/0"})),
            volume(workload("web")),
        )
    ],
)
