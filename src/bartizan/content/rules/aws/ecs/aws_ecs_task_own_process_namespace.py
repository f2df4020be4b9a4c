"""ECS tasks do not see the processes of their machine."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-task-own-process-namespace",
    title="ECS tasks do not see the processes of their machine",
    severity=Severity.MEDIUM,
    every=TaskDefinition,
    must=~TaskDefinition.pid_mode.equals("host"),
    because=(
        "The containers can look into every process of the machine, read secrets from their environment, and "
        "signal or trace them."
    ),
    fix="Remove pid_mode = host (PidMode).",
    serves=("container-isolation",),
    also=("CKV_AWS_335",),
    passes=[TaskDefinition(pid_mode=None), TaskDefinition(pid_mode="task")],
    fails=[TaskDefinition(pid_mode="host")],
)
