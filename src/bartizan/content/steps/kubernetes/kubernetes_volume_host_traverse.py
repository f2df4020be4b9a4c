"""Read the tokens of the other pods on the node."""

from bartizan.content.kinds.kubernetes.workload import Container, Node, Volume, Workload
from bartizan.content.steps.kubernetes.scene import container, node, volume, workload
from bartizan.core.step import Follow, Step

PODS = "^(/|/var|/var/lib|/var/lib/kubelet|/var/lib/kubelet/pods)/?$"
"""Where the kubelet keeps the volumes of pods, and the directories around it."""

STEP: Step[Container, Container] = Step(
    id="kubernetes-volume-host-traverse",
    title="Read the tokens of the other pods on the node",
    technique="T1552.001",
    references=("KubeHound EXPLOIT_HOST_TRAVERSE",),
    actor=Container,
    when=Container.volumes.any(Volume.host_path.matches(PODS)),
    move=Follow(along=(Container.workload, Workload.node, Node.workloads)),
    because=("The kubelet keeps the volumes of every pod below /var/lib/kubelet/pods: their tokens and secrets too."),
    fix="Do not mount /var/lib/kubelet, or a directory around it, from the node.",
    reaches=[
        (
            container(
                workload("web", node="n1"), mounts=frozenset({"v"}), volumes=frozenset({"shop/Pod/web/spec/volumes/0"})
            ),
            workload("web", node="n1"),
            volume(workload("web"), host_path="/var/lib/kubelet", type="hostPath"),
            node("n1", workload("web"), workload("db")),
            workload("db", node="n1"),
        )
    ],
    blocked=[
        (
            container(
                workload("web", node="n1"), mounts=frozenset({"v"}), volumes=frozenset({"shop/Pod/web/spec/volumes/0"})
            ),
            workload("web", node="n1"),
            volume(workload("web"), host_path="/var/lib/data", type="hostPath"),
            node("n1", workload("web"), workload("db")),
            workload("db", node="n1"),
        )
    ],
)
