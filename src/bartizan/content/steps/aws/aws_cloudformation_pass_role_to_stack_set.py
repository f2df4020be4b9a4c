"""Pass an administration role to a new stack set."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, group, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "cloudformation.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("cloudformation:CreateStackSet", "cloudformation:CreateStackInstances")

STEP = Step(
    id="aws-cloudformation-pass-role-to-stack-set",
    title="Pass an administration role to a new stack set",
    technique="T1648",
    references=("pathfinding.cloud cloudformation-003",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(actions=("cloudformation:CreateStackSet",), upon=Upon.NEW),
            Use(
                actions=("cloudformation:CreateStackInstances",),
                upon=Upon.NEW,
                resource="arn:{partition}:cloudformation:{region}:{account}:stackset/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "The administration role of a stack set takes an execution role in each account, which makes "
        "what the template says. Whoever passes it makes stacks wherever that role can go."
    ),
    fix=(
        "Let iam:PassRole name only the roles that are meant for stack sets, under the condition iam:PassedToService."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (
            *user("ann", groups="devs"),
            *group("devs", allow("iam:PassRole", on=arn("iam", "role/*")), allow("cloudformation:*")),
            *APP,
        ),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("iam:PassRole", on=arn("iam", "role/a*"))), *APP),
        (*user("ann", MAKE), *APP),
    ],
)
