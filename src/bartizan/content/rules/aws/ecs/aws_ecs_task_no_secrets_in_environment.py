"""Environment variables of ECS containers hold no credentials."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskContainer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-task-no-secrets-in-environment",
    title="Environment variables of ECS containers hold no credentials",
    severity=Severity.HIGH,
    every=TaskContainer,
    must=~TaskContainer.secret_in_environment,
    because="Everyone who may read task definitions, or the code they are declared in, has the credential.",
    fix="Name the secret in secrets (Secrets) with valueFrom, and revoke the one that was written here.",
    serves=("secrets-not-in-code", "secrets-management"),
    also=("AWS-0036", "AVD-AWS-0036", "aws-ecs-no-plaintext-secrets"),
    passes=[TaskContainer(secret_in_environment=False)],
    fails=[TaskContainer(secret_in_environment=True)],
)
