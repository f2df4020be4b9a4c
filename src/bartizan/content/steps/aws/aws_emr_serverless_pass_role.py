"""Pass a role to a job of a new EMR application."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "emr-serverless.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("emr-serverless:CreateApplication", "emr-serverless:StartJobRun")

STEP = Step(
    id="aws-emr-serverless-pass-role",
    title="Pass a role to a job of a new EMR application",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(actions=("emr-serverless:CreateApplication",), upon=Upon.NEW),
            Use(
                actions=("emr-serverless:StartJobRun",),
                upon=Upon.NEW,
                resource="arn:{partition}:emr-serverless:{region}:{account}:/applications/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="A job of EMR Serverless runs a script of its maker as the role that it is given.",
    fix=(
        "Let iam:PassRole name only the roles that are meant for EMR Serverless, under the condition "
        "iam:PassedToService."
    ),
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to(SERVICE)), allow("emr-serverless:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("emr-serverless:CreateApplication")), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("emr-serverless:*")), *APP),
    ],
)
