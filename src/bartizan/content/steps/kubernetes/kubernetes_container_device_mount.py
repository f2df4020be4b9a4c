"""Mount the disk of the node."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.content.steps.kubernetes.scene import container, workload
from bartizan.core.step import Follow, Gain, Step

STEP: Step[Container, Container] = Step(
    id="kubernetes-container-device-mount",
    title="Mount the disk of the node",
    technique="T1611",
    references=("KubeHound CE_PRIV_MOUNT",),
    actor=Container,
    when=Container.privileged,
    move=Follow(along=Gain.HOST),
    because=("A privileged container sees the block devices of the node, and may mount its root file system."),
    fix="Do not run the container privileged.",
    reaches=[(container(workload("web"), privileged=True), workload("web"))],
    blocked=[
        (container(workload("web")), workload("web")),
        (container(workload("web"), adds=frozenset({"SYS_ADMIN"})), workload("web")),
    ],
)
