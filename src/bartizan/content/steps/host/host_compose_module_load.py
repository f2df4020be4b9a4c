"""Load a module into the kernel from a container of Compose."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.steps.host.scene import service
from bartizan.core.step import Follow, Gain, Step

STEP: Step[ComposeService, ComposeService] = Step(
    id="host-compose-module-load",
    title="Load a module into the kernel from a container of Compose",
    technique="T1611",
    actor=ComposeService,
    when=ComposeService.adds.has_any("SYS_MODULE", "CAP_SYS_MODULE", "ALL"),
    move=Follow(along=Gain.HOST),
    because=("With CAP_SYS_MODULE a container loads code into the kernel, which it shares with the machine."),
    fix="Drop the capability: no service needs it.",
    weight=0.5,
    reaches=[
        service(adds=frozenset({"SYS_MODULE"})),
    ],
    blocked=[
        service(),
        service(adds=frozenset({"NET_BIND_SERVICE"})),
    ],
)
