"""Enter a container of a pod."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.content.steps.kubernetes.scene import container, workload
from bartizan.core.step import Follow, Step

STEP: Step[Workload, Workload] = Step(
    id="kubernetes-container-attach",
    title="Enter a container of a pod",
    technique="T1609",
    references=("KubeHound CONTAINER_ATTACH",),
    actor=Workload,
    move=Follow(along=Workload.containers),
    because="Whoever holds a pod may run commands in each of its containers.",
    fix="Hold apart in pods of their own what must not reach each other.",
    intended=True,
    weight=0.0,
    reaches=[(workload("web"), container(workload("web")))],
    blocked=[(workload("web", containers=frozenset()), container(workload("db")), workload("db"))],
)
