"""Write what the node runs."""

from bartizan.content.kinds.kubernetes.workload import Container, Volume
from bartizan.content.steps.kubernetes.scene import mounting
from bartizan.core.step import Follow, Gain, Step

RUN = (
    "^(/|/etc(/(cron[^/]*|systemd(/.*)?|kubernetes(/.*)?|ssh|cni(/.*)?|ld[.]so[^/]*|profile[.]d|pam[.]d|init[.]d))?|"
    "/root(/.*)?|/home(/[^/]+(/[.]ssh)?)?|/s?bin|/lib(64)?(/.*)?|/usr(/.*)?|/opt(/cni(/bin)?)?|/proc|/sys|"
    "/var(/(lib(/(kubelet|cni|rancher)(/.*)?)?|spool(/cron(/.*)?)?))?)/?$"
)
"""What a node runs programs from, and the directories around it."""

STEP: Step[Container, Container] = Step(
    id="kubernetes-container-host-write",
    title="Write what the node runs",
    technique="T1611",
    references=("KubeHound EXPLOIT_HOST_WRITE",),
    actor=Container,
    when=Container.written_volumes.any(Volume.host_path.matches(RUN)),
    move=Follow(along=Gain.HOST),
    because=(
        "A file that the node runs by itself, of cron, systemd, SSH, the kubelet or its network plug-ins, is "
        "code of the attacker's on the node."
    ),
    fix="Mount directories of the node read-only, and none that the node runs programs from.",
    reaches=[mounting("/", writes=True), mounting("/etc/cron.d", writes=True), mounting("/opt/cni/bin", writes=True)],
    blocked=[mounting("/"), mounting("/var/lib/data", writes=True)],
)
