"""Pass a role to a new service."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "ecs-tasks.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("ecs:RegisterTaskDefinition", "ecs:CreateService")

STEP = Step(
    id="aws-ecs-pass-role-to-service",
    title="Pass a role to a new service",
    technique="T1610",
    references=("pathfinding.cloud ecs-003",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("ecs:RegisterTaskDefinition",),
                upon=Upon.NEW,
                resource="arn:{partition}:ecs:{region}:{account}:task-definition/*",
            ),
            Use(
                actions=("ecs:CreateService",),
                upon=Upon.NEW,
                resource="arn:{partition}:ecs:{region}:{account}:service/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "Programs of a task act as its task role, and the caller chooses their image and command. A "
        "service in a cluster that is there keeps such a task running."
    ),
    fix="Let iam:PassRole name only the roles that are meant for tasks, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("iam:PassRole", "ecs:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("iam:PassRole", on=arn("iam", "role/a*"))), *APP),
        (*user("ann", PASS, allow("ecs:RegisterTaskDefinition")), *APP),
    ],
)
