"""Pass a role to a new Airflow environment."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "airflow-env.amazonaws.com"
PASSED = "airflow.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("airflow:CreateEnvironment")

STEP = Step(
    id="aws-mwaa-pass-role",
    title="Pass a role to a new Airflow environment",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": PASSED}),
            Use(
                actions=("airflow:CreateEnvironment",),
                upon=Upon.NEW,
                resource="arn:{partition}:airflow:{region}:{account}:environment/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "An Airflow environment runs workflows from a bucket of the caller's choice, as the role that it is given."
    ),
    fix="Let iam:PassRole name only the roles that are meant for Airflow, under the condition iam:PassedToService.",
    weight=1.5,
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", managed="build"), *policy("build", PASS, allow("airflow:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("iam:PassRole", on=arn("iam", "role/a*"))), *APP),
        (*user("ann", PASS, MAKE, deny("airflow:CreateEnvironment")), *APP),
    ],
)
