"""Reach the other containers of a pod through their processes."""

from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.content.steps.kubernetes.scene import container, workload
from bartizan.core.step import Follow, Step

BOTH = frozenset({"shop/Pod/web/spec/containers/0", "shop/Pod/web/spec/containers/1"})

STEP: Step[Container, Container] = Step(
    id="kubernetes-process-share",
    title="Reach the other containers of a pod through their processes",
    technique="T1080",
    references=("KubeHound SHARE_PS_NAMESPACE",),
    actor=Container,
    when=Container.workload.any(Workload.shares_processes),
    move=Follow(along=(Container.workload, Workload.containers)),
    because=("Containers that share a process namespace see each other's processes, and through /proc their files."),
    fix="Remove `shareProcessNamespace`.",
    reaches=[
        (
            container(workload("web", shares_processes=True, containers=BOTH)),
            workload("web", shares_processes=True, containers=BOTH),
            container(workload("web"), number=1),
        )
    ],
    blocked=[
        (
            container(workload("web", containers=BOTH)),
            workload("web", containers=BOTH),
            container(workload("web"), number=1),
        )
    ],
)
