"""ECS containers do not ask to run as root."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskContainer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-task-not-root",
    title="ECS containers do not ask to run as root",
    severity=Severity.MEDIUM,
    every=TaskContainer,
    must=~TaskContainer.asks_for_root,
    because=(
        "Root in a container is root on the machine as soon as anything else fails: a mounted path, a fault "
        "of the kernel or the runtime."
    ),
    fix="Set user (User) to a user other than root.",
    serves=("non-root-execution",),
    passes=[TaskContainer(asks_for_root=False)],
    fails=[TaskContainer(asks_for_root=True)],
)
