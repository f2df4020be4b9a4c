"""Let the kernel run a program when a process crashes."""

from bartizan.content.kinds.kubernetes.workload import Container, Volume
from bartizan.content.steps.kubernetes.scene import mounting
from bartizan.core.step import Follow, Gain, Step

CORE = "^(/|/proc|/proc/sys|/proc/sys/kernel)/?$"
"""Where `core_pattern` is, and the directories around it."""

STEP: Step[Container, Container] = Step(
    id="kubernetes-container-core-pattern",
    title="Let the kernel run a program when a process crashes",
    technique="T1611",
    references=("KubeHound CE_UMH_CORE_PATTERN",),
    actor=Container,
    when=Container.written_volumes.any(Volume.host_path.matches(CORE)),
    move=Follow(along=Gain.HOST),
    because=(
        "The file `core_pattern` of /proc/sys/kernel names the program that the kernel of the node runs, as "
        "root, for each crash."
    ),
    fix="Do not mount /proc, or a directory around it, from the node.",
    reaches=[mounting("/proc/sys/kernel", writes=True), mounting("/", writes=True)],
    blocked=[mounting("/proc/sys/kernel"), mounting("/proc/net", writes=True)],
)
