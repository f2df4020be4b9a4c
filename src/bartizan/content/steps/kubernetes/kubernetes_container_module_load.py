"""Load a kernel module."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.content.steps.kubernetes.scene import container, workload
from bartizan.core.step import Follow, Gain, Step

STEP: Step[Container, Container] = Step(
    id="kubernetes-container-module-load",
    title="Load a kernel module",
    technique="T1611",
    references=("KubeHound CE_MODULE_LOAD",),
    actor=Container,
    when=Container.privileged | Container.adds.has_any("SYS_MODULE", "CAP_SYS_MODULE", "ALL"),
    move=Follow(along=Gain.HOST),
    because=(
        "A module runs in the kernel of the node; the capability SYS_MODULE allows to load one from within a container."
    ),
    fix="Drop the capability SYS_MODULE, and do not run the container privileged.",
    reaches=[
        (container(workload("web"), adds=frozenset({"SYS_MODULE"})), workload("web")),
        (container(workload("web"), privileged=True), workload("web")),
    ],
    blocked=[
        (container(workload("web")), workload("web")),
        (container(workload("web"), adds=frozenset({"NET_ADMIN"})), workload("web")),
    ],
)
