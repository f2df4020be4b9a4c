"""Pass a role to a new Flink application and start it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "kinesisanalytics.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("kinesisanalytics:CreateApplication", "kinesisanalytics:StartApplication")

STEP = Step(
    id="aws-kinesisanalytics-pass-role",
    title="Pass a role to a new Flink application and start it",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(actions=("kinesisanalytics:CreateApplication",), upon=Upon.NEW),
            Use(
                actions=("kinesisanalytics:StartApplication",),
                upon=Upon.NEW,
                resource="arn:{partition}:kinesisanalytics:{region}:{account}:application/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="An application for Apache Flink runs code of its maker as the role that it is given.",
    fix=(
        "Let iam:PassRole name only the roles that are meant for Flink applications, under the condition "
        "iam:PassedToService."
    ),
    weight=1.2,
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (
            *user("ann", PASS, MAKE, boundary="limits"),
            *policy("limits", allow("iam:PassRole", "kinesisanalytics:*")),
            *APP,
        ),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("iam:PassRole", on=arn("iam", "role/a*"))), *APP),
        (*user("ann", PASS, allow("kinesisanalytics:CreateApplication")), *APP),
    ],
)
