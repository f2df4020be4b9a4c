"""Break out of a privileged container of Compose."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.steps.host.scene import service
from bartizan.core.step import Follow, Gain, Step

STEP: Step[ComposeService, ComposeService] = Step(
    id="host-compose-privileged",
    title="Break out of a privileged container of Compose",
    technique="T1611",
    actor=ComposeService,
    when=ComposeService.privileged,
    move=Follow(along=Gain.HOST),
    because=(
        "A privileged container may do what root on the machine may: it mounts its disks and loads modules "
        "into its kernel."
    ),
    fix="Remove `privileged`, and give single capabilities or devices where they are needed.",
    weight=0.3,
    reaches=[
        service(privileged=True),
    ],
    blocked=[
        service(),
        service(adds=frozenset({"NET_ADMIN"})),
    ],
)
