"""Open a shell in a task of a service."""

from bartizan.content.kinds.aws.ecs_cluster import Cluster, Service
from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, policy, role, roles, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = arn("ecs", "service/main/shop")
CLUSTER = arn("ecs", "cluster/main")
TASK = arn("ecs", "task-definition/shop:1")
APP = role("app", allow("ssmmessages:*"), trusts="ecs-tasks.amazonaws.com")
HELD = (
    Service(SERVICE, shells=True, cluster=frozenset({CLUSTER}), task=frozenset({TASK})),
    TaskDefinition(TASK, family="shop", role=roles("app")),
    Cluster(CLUSTER, name="main"),
    *APP,
)
MAY = allow("ecs:ExecuteCommand")

STEP = Step(
    id="aws-ecs-exec",
    title="Open a shell in a task of a service",
    technique="T1609",
    actor=Identity,
    move=Act(
        on=Service,
        uses=(
            Use(actions=("ecs:ExecuteCommand",), along=((Service.cluster,),)),
            Use(
                actions=("ecs:ExecuteCommand",), upon=Upon.NEW, resource="arn:{partition}:ecs:{region}:{account}:task/*"
            ),
            Use(
                actions=(
                    "ssmmessages:CreateControlChannel",
                    "ssmmessages:CreateDataChannel",
                    "ssmmessages:OpenControlChannel",
                    "ssmmessages:OpenDataChannel",
                ),
                upon=Upon.NEW,
                by="gained",
            ),
        ),
        gains=(Service.task, TaskDefinition.role),
    ),
    where=Service.shells,
    because=(
        "Where a service lets shells be opened in its tasks, ECS Exec opens one if the task role may "
        "talk to Session Manager, and the shell acts as the task role."
    ),
    fix="Limit ecs:ExecuteCommand to services whose task roles give nothing more.",
    reaches=[
        (*user("ann", MAY), *HELD),
        (*role("ci", allow("ecs:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("ecs:List*")), *HELD),
        (*user("ann", MAY, boundary="limits"), *policy("limits", allow("s3:*")), *HELD),
        (*user("ann", allow("ecs:ExecuteCommand", on=arn("ecs", "service/main/other"))), *HELD),
        (
            *user("ann", MAY),
            Service(SERVICE, shells=True, cluster=frozenset({CLUSTER}), task=frozenset({TASK})),
            TaskDefinition(TASK, family="shop", role=roles("")),
            Cluster(CLUSTER, name="main"),
            *APP,
        ),
        (
            *user("ann", MAY),
            Service(SERVICE, shells=False, cluster=frozenset({CLUSTER}), task=frozenset({TASK})),
            *HELD[1:],
        ),
    ],
)
