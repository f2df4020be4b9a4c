"""Read credentials from the node's files."""

from bartizan.content.kinds.kubernetes.workload import Container, Volume
from bartizan.content.steps.kubernetes.scene import mounting
from bartizan.core.step import Follow, Gain, Step

SENSITIVE = (
    "^(/|/etc|/etc/kubernetes(/.*)?|/etc/ssh|/root(/.*)?|/home(/[^/]+(/[.]ssh)?)?|/proc|/var|/var/lib|"
    "/var/lib/(etcd|kubelet|kubelet/pki|rancher|rancher/.*))/?$"
)
"""Where credentials of the node lie, and the directories around them."""

STEP: Step[Container, Container] = Step(
    id="kubernetes-container-host-read",
    title="Read credentials from the node's files",
    technique="T1611",
    references=("KubeHound EXPLOIT_HOST_READ",),
    actor=Container,
    when=Container.volumes.any(Volume.host_path.matches(SENSITIVE)),
    move=Follow(along=Gain.HOST),
    because=("Keys and tokens of the node lie in its files: those of the kubelet, of root and of the control plane."),
    fix="Do not mount directories of the node that hold credentials; mount the one file that is needed.",
    reaches=[mounting("/"), mounting("/var/lib/kubelet"), mounting("/etc/kubernetes/pki")],
    blocked=[mounting("/var/lib/data"), mounting("/usr/share/zoneinfo")],
)
