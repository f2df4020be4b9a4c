"""Enter the namespaces of the node's first process."""

from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.content.steps.kubernetes.scene import container, workload
from bartizan.core.step import Follow, Gain, Step

STEP: Step[Container, Container] = Step(
    id="kubernetes-container-nsenter",
    title="Enter the namespaces of the node's first process",
    technique="T1611",
    references=("KubeHound CE_NSENTER",),
    actor=Container,
    when=Container.privileged & Container.workload.any(Workload.host_pid),
    move=Follow(along=Gain.HOST),
    because=(
        "A privileged container that sees the processes of the node may enter the namespaces of process 1: a "
        "root shell on the node."
    ),
    fix="Remove `hostPID`, and do not run the container privileged.",
    reaches=[(container(workload("web", host_pid=True), privileged=True), workload("web", host_pid=True))],
    blocked=[
        (container(workload("web", host_pid=True)), workload("web", host_pid=True)),
        (container(workload("web"), privileged=True), workload("web")),
    ],
)
