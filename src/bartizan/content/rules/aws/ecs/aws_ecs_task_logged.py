"""Output of ECS containers is kept."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskContainer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-task-logged",
    title="Output of ECS containers is kept",
    severity=Severity.LOW,
    every=TaskContainer,
    must=TaskContainer.logged,
    because="What a container said before it failed, or was made to fail, is gone with it.",
    fix="Set logConfiguration (LogConfiguration).",
    serves=("application-logging",),
    passes=[TaskContainer(logged=True)],
    fails=[TaskContainer(logged=False)],
)
