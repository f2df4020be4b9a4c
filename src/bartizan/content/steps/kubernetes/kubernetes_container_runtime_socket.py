"""Start a container through the runtime's socket."""

from bartizan.content.kinds.kubernetes.workload import Container, Volume
from bartizan.content.steps.kubernetes.scene import container, mounting, workload
from bartizan.core.step import Follow, Gain, Step

SOCKET = (
    "^((/var)?/run/(containerd/containerd|crio/crio|docker|dockershim|cri-dockerd|podman/podman)\\.sock|/"
    "|/var|(/var)?/run|(/var)?/run/(containerd|crio|podman))/?$"
)
"""The sockets of container runtimes, and the directories around them."""

STEP: Step[Container, Container] = Step(
    id="kubernetes-container-runtime-socket",
    title="Start a container through the runtime's socket",
    technique="T1610",
    references=("KubeHound EXPLOIT_CONTAINERD_SOCK",),
    actor=Container,
    when=Container.volumes.any(Volume.host_path.matches(SOCKET)),
    move=Follow(along=Gain.HOST),
    because=(
        "The socket of the container runtime takes orders from whoever reaches it, also where it is mounted "
        "read-only: a privileged container on the node."
    ),
    fix="Do not mount the socket of the container runtime, or a directory around it, from the node.",
    reaches=[mounting("/run/containerd/containerd.sock"), mounting("/var/run/docker.sock"), mounting("/run")],
    blocked=[mounting("/var/lib/data"), (container(workload("web")), workload("web"))],
)
