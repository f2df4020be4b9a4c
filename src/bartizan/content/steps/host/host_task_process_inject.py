"""Enter the processes of the machine from a task."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskContainer, TaskDefinition
from bartizan.content.steps.host.scene import task
from bartizan.core.step import Follow, Gain, Step

STEP: Step[TaskDefinition, TaskDefinition] = Step(
    id="host-task-process-inject",
    title="Enter the processes of the machine from a task",
    technique="T1611",
    actor=TaskDefinition,
    when=TaskDefinition.pid_mode.equals("host") & TaskDefinition.containers.any(TaskContainer.privileged),
    move=Follow(along=Gain.HOST),
    because=(
        "A privileged task that shares the processes of the machine enters the namespaces of its first one: a"
        " root shell."
    ),
    fix="Remove `pidMode: host`, and do not run the container privileged.",
    weight=0.2,
    reaches=[
        task(pid="host", privileged=True),
    ],
    blocked=[
        task(pid="host"),
        task(pid="task", privileged=True),
    ],
)
