"""Pass a role to a new function and call it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "lambda.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("lambda:CreateFunction", "lambda:InvokeFunction")

STEP = Step(
    id="aws-lambda-pass-role-and-invoke",
    title="Pass a role to a new function and call it",
    technique="T1648",
    references=("pathfinding.cloud lambda-001",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("lambda:CreateFunction", "lambda:InvokeFunction"),
                upon=Upon.NEW,
                resource="arn:{partition}:lambda:{region}:{account}:function:*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "A function runs code of its maker as the role that it is given. Calling it hands out the "
        "credentials of that role."
    ),
    fix="Let iam:PassRole name only the roles that are meant for functions, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to(SERVICE)), allow("lambda:*")), *APP),
        (*user("ann", PASS, allow("lambda:*", on=arn("lambda", "function:dev-*"))), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", MAKE), *APP),
        (*user("ann", PASS, allow("lambda:CreateFunction")), *APP),
        (*user("ann", PASS, allow("lambda:*", on=arn("lambda", "layer:*"))), *APP),
    ],
)
