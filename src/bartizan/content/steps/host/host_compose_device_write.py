"""Write to a disk of the machine from a container of Compose."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.steps.host.scene import service
from bartizan.core.step import Follow, Gain, Step

STEP: Step[ComposeService, ComposeService] = Step(
    id="host-compose-device-write",
    title="Write to a disk of the machine from a container of Compose",
    technique="T1611",
    actor=ComposeService,
    when=ComposeService.devices & ComposeService.adds.has_any("MKNOD", "CAP_MKNOD", "ALL", "SYS_RAWIO"),
    move=Follow(along=Gain.HOST),
    because=(
        "A container that is given devices of the machine, with the rights to make more, reads and writes its disks."
    ),
    fix="Give single devices that are no disks, and drop MKNOD.",
    weight=0.8,
    reaches=[
        service(devices=True, adds=frozenset({"SYS_RAWIO"})),
    ],
    blocked=[
        service(devices=True),
        service(adds=frozenset({"SYS_RAWIO"})),
    ],
)
