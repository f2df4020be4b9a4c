"""Pass a role to a new function and feed it from a stream."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, group, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "lambda.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("lambda:CreateFunction", "lambda:CreateEventSourceMapping")

STEP = Step(
    id="aws-lambda-pass-role-and-map",
    title="Pass a role to a new function and feed it from a stream",
    technique="T1648",
    references=("pathfinding.cloud lambda-002",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("lambda:CreateFunction",),
                upon=Upon.NEW,
                resource="arn:{partition}:lambda:{region}:{account}:function:*",
            ),
            Use(actions=("lambda:CreateEventSourceMapping",), upon=Upon.NEW),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "A function runs code of its maker as the role that it is given. A mapping from a queue or "
        "stream calls it, so that the right to call functions is not needed."
    ),
    fix="Let iam:PassRole name only the roles that are meant for functions, under the condition iam:PassedToService.",
    weight=1.5,
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (
            *user("ann", groups="devs"),
            *group("devs", allow("iam:PassRole", on=arn("iam", "role/*")), allow("lambda:*")),
            *APP,
        ),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, allow("lambda:CreateFunction")), *APP),
        (*user("ann", PASS, MAKE, deny("lambda:CreateFunction")), *APP),
        (*user("ann", PASS, allow("lambda:*", on=arn("lambda", "function:*"))), *APP),
    ],
)
