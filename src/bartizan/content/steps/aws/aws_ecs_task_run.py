"""Run a task with another command."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, roles, user
from bartizan.core.step import Act, Step, Upon, Use

TASK_DEFINITION = arn("ecs", "task-definition/shop:1")
APP = role("app", allow("s3:GetObject"), trusts="ecs-tasks.amazonaws.com")
HELD = (TaskDefinition(TASK_DEFINITION, family="shop", role=roles("app")), *APP)
MAY = allow("ecs:RunTask", on=TASK_DEFINITION)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))

STEP = Step(
    id="aws-ecs-task-run",
    title="Run a task with another command",
    technique="T1610",
    actor=Identity,
    move=Act(
        on=TaskDefinition,
        uses=(
            Use(actions=("ecs:RunTask",)),
            Use(actions=("iam:PassRole",), upon=Upon.GAINED, given={"iam:passedtoservice": "ecs-tasks.amazonaws.com"}),
        ),
        gains=TaskDefinition.role,
    ),
    because=(
        "Whoever runs a task may hand in another command for its containers, and it acts as the task "
        "role. The role is passed anew with the call."
    ),
    fix="Let iam:PassRole name only the roles that are meant for tasks, and limit ecs:RunTask to task definitions.",
    reaches=[
        (*user("ann", MAY, PASS), *HELD),
        (*user("ann", MAY, PASS, boundary="limits"), *policy("limits", allow("ecs:*"), PASS), *HELD),
    ],
    blocked=[
        (*user("ann", allow("ecs:List*"), PASS), *HELD),
        (*user("ann", MAY, PASS, deny("ecs:RunTask")), *HELD),
        (*user("ann", allow("ecs:RunTask", on=arn("ecs", "task-definition/other:*")), PASS), *HELD),
        (*user("ann", MAY, PASS), TaskDefinition(TASK_DEFINITION, family="shop", role=roles("")), *APP),
        (*user("ann", MAY), *HELD),
    ],
)
