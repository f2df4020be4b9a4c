"""Pass a role to a new App Runner service."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "tasks.apprunner.amazonaws.com"
PASSED = "apprunner.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("apprunner:CreateService")

STEP = Step(
    id="aws-apprunner-pass-role",
    title="Pass a role to a new App Runner service",
    technique="T1648",
    references=("pathfinding.cloud apprunner-001",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": PASSED}),
            Use(
                actions=("apprunner:CreateService",),
                upon=Upon.NEW,
                resource="arn:{partition}:apprunner:{region}:{account}:service/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "Programs of an App Runner service act as its instance role, and the caller chooses their image and command."
    ),
    fix=(
        "Let iam:PassRole name only the roles that are meant for App Runner, under the condition iam:PassedToService."
    ),
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("iam:PassRole", "apprunner:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", allow("iam:PassRole", on=arn("iam", "role/other")), MAKE), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("apprunner:*")), *APP),
    ],
)
