"""Read the node's files through a log that is a link."""

from bartizan.content.kinds.kubernetes.workload import Container, Volume
from bartizan.content.steps.kubernetes.scene import mounting
from bartizan.core.step import Follow, Gain, Step

LOGS = "^(/|/var|/var/log|/var/log/pods)/?$"
"""Where the kubelet keeps logs, and the directories around it."""

STEP: Step[Container, Container] = Step(
    id="kubernetes-container-log-symlink",
    title="Read the node's files through a log that is a link",
    technique="T1611",
    references=("KubeHound CE_VAR_LOG_SYMLINK",),
    actor=Container,
    when=Container.written_volumes.any(Volume.host_path.matches(LOGS)) & ~Container.non_root,
    move=Follow(along=Gain.HOST),
    because=(
        "The kubelet follows links when it shows logs of /var/log: a root process that writes there makes one "
        "to any file of the node, and reads it by `kubectl logs`."
    ),
    fix="Do not mount /var/log for writing, and run the container as another user than root.",
    reaches=[mounting("/var/log", writes=True), mounting("/var", writes=True)],
    blocked=[mounting("/var/log"), mounting("/var/lib/data", writes=True)],
)
