"""Break out of a container of Compose by mounting."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.steps.host.scene import service
from bartizan.core.step import Follow, Gain, Step

STEP: Step[ComposeService, ComposeService] = Step(
    id="host-compose-system-admin",
    title="Break out of a container of Compose by mounting",
    technique="T1611",
    actor=ComposeService,
    when=ComposeService.adds.has_any("SYS_ADMIN", "CAP_SYS_ADMIN", "ALL") & ComposeService.unconfined,
    move=Follow(along=Gain.HOST),
    because=(
        "With CAP_SYS_ADMIN and without the filters of the kernel a container mounts the file systems of the machine."
    ),
    fix=("Drop all capabilities, add single ones, and keep the default seccomp and AppArmor profiles."),
    weight=0.6,
    reaches=[
        service(adds=frozenset({"SYS_ADMIN"}), unconfined=True),
    ],
    blocked=[
        service(adds=frozenset({"SYS_ADMIN"})),
        service(unconfined=True),
    ],
)
