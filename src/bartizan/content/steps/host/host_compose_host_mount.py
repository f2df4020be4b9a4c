"""Write to the files of the machine from a container of Compose."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.steps.host.scene import service
from bartizan.core.step import Follow, Gain, Step

FILES = "^/(|etc|root|proc|sys|boot|usr|bin|sbin|lib|var|var/lib|var/run|run|home|var/lib/docker)/?$"

STEP: Step[ComposeService, ComposeService] = Step(
    id="host-compose-host-mount",
    title="Write to the files of the machine from a container of Compose",
    technique="T1611",
    actor=ComposeService,
    when=ComposeService.mounts.has_match(FILES),
    move=Follow(along=Gain.HOST),
    because=(
        "A container with the root directory of the machine, or with its settings, writes keys and scheduled "
        "commands to it."
    ),
    fix="Mount the one directory that is needed, and read-only where it is only read.",
    weight=0.3,
    reaches=[
        service(mounts=frozenset({"/"})),
        service(mounts=frozenset({"/etc"})),
    ],
    blocked=[
        service(),
        service(mounts=frozenset({"/srv/data"})),
    ],
)
