"""Pass a role to a new function and let others call it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "lambda.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("lambda:CreateFunction", "lambda:AddPermission")

STEP = Step(
    id="aws-lambda-pass-role-and-permit",
    title="Pass a role to a new function and let others call it",
    technique="T1648",
    references=("pathfinding.cloud lambda-006",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("lambda:CreateFunction", "lambda:AddPermission"),
                upon=Upon.NEW,
                resource="arn:{partition}:lambda:{region}:{account}:function:*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "A function runs code of its maker as the role that it is given. Its own policy is changed so "
        "that somebody else calls it, so that the right to call functions is not needed."
    ),
    fix="Let iam:PassRole name only the roles that are meant for functions, under the condition iam:PassedToService.",
    weight=1.5,
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", managed="build"), *policy("build", PASS, allow("lambda:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("lambda:CreateFunction")), *APP),
        (*user("ann", allow("iam:PassRole", on=arn("iam", "role/other")), MAKE), *APP),
    ],
)
