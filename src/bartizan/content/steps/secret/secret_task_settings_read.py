"""Read the credentials in a task definition."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.secret.scene import having, leak
from bartizan.core.step import Act, Step, Use

WEB = having(TaskDefinition, arn("ecs", "task-definition/web:1"), leak())

STEP = Step(
    id="secret-task-settings-read",
    title="Read the credentials in a task definition",
    technique="T1552.001",
    actor=Identity,
    move=Act(on=TaskDefinition, uses=(Use(actions=("ecs:DescribeTaskDefinition",)),), gains=TaskDefinition.leaks),
    because=("Whoever may see a task definition sees the environment of its containers, with the credentials in it."),
    fix="Keep the credential in a secret store and let the workload read it with its own identity.",
    weight=0.3,
    reaches=[
        (*user("ann", allow("ecs:DescribeTaskDefinition")), WEB, leak()),
    ],
    blocked=[
        (*user("ann", allow("ecs:ListTasks")), WEB, leak()),
        (*user("ann", allow("ecs:DescribeTaskDefinition"), deny("*")), WEB, leak()),
    ],
)
