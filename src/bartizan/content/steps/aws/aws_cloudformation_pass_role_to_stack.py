"""Pass a role to a new stack."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "cloudformation.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("cloudformation:CreateStack")

STEP = Step(
    id="aws-cloudformation-pass-role-to-stack",
    title="Pass a role to a new stack",
    technique="T1648",
    references=("pathfinding.cloud cloudformation-001",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("cloudformation:CreateStack",),
                upon=Upon.NEW,
                resource="arn:{partition}:cloudformation:{region}:{account}:stack/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "CloudFormation makes what a template says with the rights of the role that it is given, and the "
        "caller writes the template."
    ),
    fix="Let iam:PassRole name only the roles that are meant for stacks, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to(SERVICE)), allow("cloudformation:*")), *APP),
        (*user("ann", PASS, allow("cloudformation:CreateStack", on=arn("cloudformation", "stack/ann-*/*"))), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("iam:PassRole", on=arn("iam", "role/a*"))), *APP),
        (*user("ann", MAKE), *APP),
    ],
)
