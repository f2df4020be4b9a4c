"""ECS tasks do not mount the system directories of their machine."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskVolume
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-task-no-host-paths",
    title="ECS tasks do not mount the system directories of their machine",
    severity=Severity.HIGH,
    every=TaskVolume,
    must=~TaskVolume.host_path.matches(
        r"^/?$|^/(boot|dev|etc|lib|proc|root|run|sys|usr|var/lib/(docker|containerd|ecs)|var/run)(/|$)|\.sock$"
    ),
    because=(
        "With the files of the machine, or the socket of its container runtime, a container takes over the "
        "machine and every task on it."
    ),
    fix="Use a volume of Docker or EFS in place of host_path (Host.SourcePath).",
    serves=("container-isolation", "runtime-daemon-protection"),
    passes=[TaskVolume(host_path=None), TaskVolume(host_path="/data/app")],
    fails=[TaskVolume(host_path="/var/run/docker.sock"), TaskVolume(host_path="/"), TaskVolume(host_path="/etc")],
)
