"""Take the credentials of the tasks on the machine."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.steps.aws.scene import allow, role
from bartizan.content.steps.host.scene import host
from bartizan.core.step import Follow, Step

APP = role("app", allow("s3:GetObject"), trusts="ecs-tasks.amazonaws.com")
TASK = TaskDefinition("shop:1", family="shop", role=frozenset({APP[0].id}))
BARE = TaskDefinition("shop:1", family="shop", role=frozenset())

STEP: Step[Runner, Runner] = Step(
    id="host-task-credentials",
    title="Take the credentials of the tasks on the machine",
    technique="T1552.005",
    actor=Runner,
    move=Follow(along=(Runner.carries, TaskDefinition.role)),
    because=(
        "The ECS agent of a machine hands out the credentials of every task on it to whoever knows the path, "
        "which root reads from the tasks."
    ),
    fix="Run tasks of different worth on Fargate, or on machines of their own.",
    weight=0.3,
    reaches=[
        (host(carries=TASK.id), TASK, *APP),
    ],
    blocked=[
        (host(), TASK, *APP),
        (host(carries=BARE.id), BARE, *APP),
    ],
)
