"""Look through the volumes of a container."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.content.steps.kubernetes.scene import container, mounting, volume, workload
from bartizan.core.step import Follow, Step

STEP: Step[Container, Container] = Step(
    id="kubernetes-volume-discover",
    title="Look through the volumes of a container",
    technique="T1613",
    references=("KubeHound VOLUME_DISCOVER",),
    actor=Container,
    move=Follow(along=Container.volumes),
    because="A process of a container lists what is mounted into it.",
    fix="Mount into each container the volumes that it needs, and no others.",
    intended=True,
    weight=0.0,
    reaches=[mounting("/var/lib/data")],
    blocked=[
        (
            container(workload("web")),
            workload("web"),
            volume(workload("web"), host_path="/var/lib/data", type="hostPath"),
        )
    ],
)
