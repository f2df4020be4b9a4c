"""Pass a role to a new state machine and start it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "states.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("states:CreateStateMachine", "states:StartExecution")

STEP = Step(
    id="aws-stepfunctions-pass-role",
    title="Pass a role to a new state machine and start it",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("states:CreateStateMachine", "states:StartExecution"),
                upon=Upon.NEW,
                resource="arn:{partition}:states:{region}:{account}:stateMachine:*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "A state machine calls almost any operation of AWS as the role that it is given, and the caller "
        "writes what it calls."
    ),
    fix=(
        "Let iam:PassRole name only the roles that are meant for state machines, under the condition "
        "iam:PassedToService."
    ),
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to(SERVICE)), allow("states:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("states:*")), *APP),
        (*user("ann", allow("iam:PassRole", on=arn("iam", "role/other")), MAKE), *APP),
    ],
)
