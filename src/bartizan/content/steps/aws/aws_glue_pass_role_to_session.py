"""Pass a role to an interactive session."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "glue.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("glue:CreateSession", "glue:RunStatement")

STEP = Step(
    id="aws-glue-pass-role-to-session",
    title="Pass a role to an interactive session",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("glue:CreateSession", "glue:RunStatement"),
                upon=Upon.NEW,
                resource="arn:{partition}:glue:{region}:{account}:session/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="Statements of an interactive session run as the role that the session is given.",
    fix="Let iam:PassRole name only the roles that are meant for Glue, under the condition iam:PassedToService.",
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to(SERVICE)), allow("glue:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("glue:CreateSession")), *APP),
        (*user("ann", MAKE), *APP),
    ],
)
