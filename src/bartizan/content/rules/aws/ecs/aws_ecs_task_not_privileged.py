"""ECS containers are not privileged."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskContainer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-task-not-privileged",
    title="ECS containers are not privileged",
    severity=Severity.HIGH,
    every=TaskContainer,
    must=~TaskContainer.privileged,
    because=(
        "A privileged container may do what root on the machine may: whoever breaks into it owns the machine "
        "and every task on it."
    ),
    fix="Remove privileged (Privileged), and add the single capabilities that are needed in linuxParameters.",
    serves=("no-privileged-containers",),
    also=("CKV_AWS_334",),
    passes=[TaskContainer(privileged=False)],
    fails=[TaskContainer(privileged=True)],
)
