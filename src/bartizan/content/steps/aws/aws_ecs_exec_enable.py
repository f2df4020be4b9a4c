"""Let shells be opened in the tasks of a service, and open one."""

from bartizan.content.kinds.aws.ecs_cluster import Cluster, Service
from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, group, role, roles, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = arn("ecs", "service/main/shop")
CLUSTER = arn("ecs", "cluster/main")
TASK = arn("ecs", "task-definition/shop:1")
APP = role("app", allow("ssmmessages:*"), trusts="ecs-tasks.amazonaws.com")
HELD = (
    Service(SERVICE, cluster=frozenset({CLUSTER}), task=frozenset({TASK})),
    TaskDefinition(TASK, family="shop", role=roles("app")),
    Cluster(CLUSTER, name="main"),
    *APP,
)
MAY = allow("ecs:UpdateService", "ecs:ExecuteCommand")

STEP = Step(
    id="aws-ecs-exec-enable",
    title="Let shells be opened in the tasks of a service, and open one",
    technique="T1609",
    actor=Identity,
    move=Act(
        on=Service,
        uses=(
            Use(actions=("ecs:UpdateService",)),
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
    because=(
        "A service can be told to let shells be opened in its tasks. ECS Exec opens one where the task "
        "role may talk to Session Manager, and the shell acts as the task role."
    ),
    fix=(
        "Limit ecs:ExecuteCommand and ecs:UpdateService to services whose task roles give nothing more, "
        "or deny them with the condition ecs:enable-execute-command."
    ),
    weight=1.2,
    reaches=[
        (*user("ann", MAY), *HELD),
        (*user("ann", groups="devs"), *group("devs", allow("ecs:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("ecs:UpdateService")), *HELD),
        (*user("ann", MAY, deny("ecs:ExecuteCommand")), *HELD),
        (*user("ann", allow("ecs:UpdateService", "ecs:ExecuteCommand", on=arn("ecs", "service/main/other"))), *HELD),
        (
            *user("ann", MAY),
            Service(SERVICE, cluster=frozenset({CLUSTER}), task=frozenset({TASK})),
            TaskDefinition(TASK, family="shop", role=roles("")),
            Cluster(CLUSTER, name="main"),
            *APP,
        ),
    ],
)
