"""Read the credentials of a task's role."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.content.steps.aws.scene import allow, arn, role, roles
from bartizan.core.kind import Asset
from bartizan.core.step import Follow, Step

APP = role("app", allow("s3:GetObject"), trusts="ecs-tasks.amazonaws.com")

STEP: Step[TaskDefinition, Asset] = Step(
    id="aws-ecs-task-credentials",
    title="Read the credentials of a task's role",
    technique="T1552.005",
    actor=TaskDefinition,
    move=Follow(along=TaskDefinition.role),
    because="An address inside a task hands out credentials of its role to every program in it.",
    fix="Give it a role of its own with few rights.",
    weight=0.2,
    reaches=[
        (TaskDefinition(arn("ecs", "task-definition/shop:1"), role=roles("app")), *APP),
    ],
    blocked=[
        (TaskDefinition(arn("ecs", "task-definition/shop:1"), role=roles("")), *APP),
    ],
)
