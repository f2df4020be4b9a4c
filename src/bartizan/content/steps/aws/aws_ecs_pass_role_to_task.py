"""Pass a role to a new task."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import ACCOUNT, allow, arn, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "ecs-tasks.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("ecs:RegisterTaskDefinition", "ecs:RunTask")

STEP = Step(
    id="aws-ecs-pass-role-to-task",
    title="Pass a role to a new task",
    technique="T1610",
    references=("pathfinding.cloud ecs-004",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("ecs:RegisterTaskDefinition", "ecs:RunTask"),
                upon=Upon.NEW,
                resource="arn:{partition}:ecs:{region}:{account}:task-definition/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "Programs of a task act as its task role, and the caller chooses their image and command. It "
        "runs in a cluster that is there."
    ),
    fix="Let iam:PassRole name only the roles that are meant for tasks, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to(SERVICE)), allow("ecs:*")), *APP),
        (*user("ann", PASS, MAKE), *role("app", trusts=SERVICE, only={"StringEquals": {"aws:SourceAccount": ACCOUNT}})),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", MAKE), *APP),
        (*user("ann", allow("iam:PassRole", on=arn("iam", "role/other")), MAKE), *APP),
        (
            *user("ann", PASS, MAKE),
            *role("app", trusts=SERVICE, only={"StringEquals": {"aws:SourceAccount": "444455556666"}}),
        ),
        (*user("ann", PASS, allow("ecs:*", on=arn("ecs", "cluster/main"))), *APP),
    ],
)
