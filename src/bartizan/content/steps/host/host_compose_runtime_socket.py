"""Start a container with the machine in it, by the socket of the runtime."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.steps.host.scene import service
from bartizan.core.step import Follow, Gain, Step

SOCKET = "(docker|containerd|crio|podman)[.]sock$"

STEP: Step[ComposeService, ComposeService] = Step(
    id="host-compose-runtime-socket",
    title="Start a container with the machine in it, by the socket of the runtime",
    technique="T1611",
    actor=ComposeService,
    when=ComposeService.mounts.has_match(SOCKET),
    move=Follow(along=Gain.HOST),
    because=(
        "Whoever writes to the socket of the container runtime starts containers as root, with the disk of "
        "the machine mounted."
    ),
    fix=("Do not mount the socket; where a program must see containers, put a proxy between that lets it read alone."),
    weight=0.2,
    reaches=[
        service(mounts=frozenset({"/var/run/docker.sock"})),
        service(mounts=frozenset({"/run/containerd/containerd.sock"})),
    ],
    blocked=[
        service(),
        service(mounts=frozenset({"/srv/data"})),
    ],
)
