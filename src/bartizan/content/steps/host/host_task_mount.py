"""Write to the files of the machine from a task."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition, TaskVolume
from bartizan.content.steps.host.scene import task
from bartizan.core.step import Follow, Gain, Step

FILES = "^/(|etc|root|proc|var|var/lib|var/run|run|var/lib/docker|(var/)?run/docker[.]sock)/?$"

STEP: Step[TaskDefinition, TaskDefinition] = Step(
    id="host-task-mount",
    title="Write to the files of the machine from a task",
    technique="T1611",
    actor=TaskDefinition,
    when=TaskDefinition.volumes.any(TaskVolume.host_path.matches(FILES)),
    move=Follow(along=Gain.HOST),
    because=(
        "A volume gives the task the root directory of the machine, its settings, or the socket of its "
        "container runtime."
    ),
    fix="Use a volume of Docker, of EFS or of FSx instead of a path of the machine.",
    weight=0.4,
    reaches=[
        task(path="/"),
        task(path="/var/run/docker.sock"),
    ],
    blocked=[
        task(),
        task(path="/srv/data"),
    ],
)
