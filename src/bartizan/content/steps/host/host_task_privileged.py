"""Break out of a privileged container of a task."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskContainer, TaskDefinition
from bartizan.content.steps.host.scene import task
from bartizan.core.step import Follow, Gain, Step

STEP: Step[TaskDefinition, TaskDefinition] = Step(
    id="host-task-privileged",
    title="Break out of a privileged container of a task",
    technique="T1611",
    actor=TaskDefinition,
    when=TaskDefinition.containers.any(TaskContainer.privileged),
    move=Follow(along=Gain.HOST),
    because=(
        "A privileged container may do what root on the machine may. Only tasks on machines of their owner "
        "may ask for it."
    ),
    fix="Remove `privileged` from the container definition.",
    weight=0.3,
    reaches=[
        task(privileged=True),
    ],
    blocked=[
        task(),
    ],
)
