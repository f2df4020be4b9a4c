"""Inject code into a process of the node."""

from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.content.steps.kubernetes.scene import container, workload
from bartizan.core.step import Follow, Gain, Step

STEP: Step[Container, Container] = Step(
    id="kubernetes-container-ptrace",
    title="Inject code into a process of the node",
    technique="T1611",
    references=("KubeHound CE_SYS_PTRACE",),
    actor=Container,
    when=Container.workload.any(Workload.host_pid)
    & (
        Container.privileged
        | Container.adds.has_any("ALL", "CAP_ALL")
        | Container.adds.has_all("SYS_PTRACE", "SYS_ADMIN")
    ),
    move=Follow(along=Gain.HOST),
    because=(
        "With the node's processes in sight, SYS_PTRACE and SYS_ADMIN let a container write code into one "
        "that runs as root on the node."
    ),
    fix="Remove `hostPID`, and drop the capabilities SYS_PTRACE and SYS_ADMIN.",
    reaches=[
        (
            container(workload("web", host_pid=True), adds=frozenset({"SYS_PTRACE", "SYS_ADMIN"})),
            workload("web", host_pid=True),
        ),
        (container(workload("web", host_pid=True), privileged=True), workload("web", host_pid=True)),
    ],
    blocked=[
        (container(workload("web", host_pid=True), adds=frozenset({"SYS_PTRACE"})), workload("web", host_pid=True)),
        (container(workload("web"), adds=frozenset({"SYS_PTRACE", "SYS_ADMIN"})), workload("web")),
    ],
)
