"""Take over a process of the machine from a container of Compose."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.steps.host.scene import service
from bartizan.core.step import Follow, Gain, Step

STEP: Step[ComposeService, ComposeService] = Step(
    id="host-compose-process-inject",
    title="Take over a process of the machine from a container of Compose",
    technique="T1611",
    actor=ComposeService,
    when=ComposeService.host_pid & ComposeService.adds.has_any("SYS_PTRACE", "CAP_SYS_PTRACE", "ALL"),
    move=Follow(along=Gain.HOST),
    because=("A container that sees the processes of the machine and may trace them puts code into one that is root."),
    fix="Remove `pid: host` and the capability.",
    weight=0.5,
    reaches=[
        service(host_pid=True, adds=frozenset({"SYS_PTRACE"})),
    ],
    blocked=[
        service(host_pid=True),
        service(adds=frozenset({"SYS_PTRACE"})),
    ],
)
