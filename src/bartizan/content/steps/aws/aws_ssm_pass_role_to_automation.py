"""Pass a role to an automation."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "ssm.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("ssm:CreateDocument", "ssm:StartAutomationExecution")

STEP = Step(
    id="aws-ssm-pass-role-to-automation",
    title="Pass a role to an automation",
    technique="T1651",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(
                actions=("ssm:CreateDocument",),
                upon=Upon.NEW,
                resource="arn:{partition}:ssm:{region}:{account}:document/*",
            ),
            Use(
                actions=("ssm:StartAutomationExecution",),
                upon=Upon.NEW,
                resource="arn:{partition}:ssm:{region}:{account}:document/*",
            ),
            Use(
                actions=("ssm:StartAutomationExecution",),
                upon=Upon.NEW,
                resource="arn:{partition}:ssm:{region}:{account}:automation-execution/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="An automation calls operations of AWS that its document names, as the role that it is given.",
    fix=(
        "Let iam:PassRole name only the roles that are meant for automations, under the condition iam:PassedToService."
    ),
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*user("ann", managed="build"), *policy("build", PASS, allow("ssm:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("ssm:CreateDocument")), *APP),
        (
            *user("ann", allow("iam:PassRole"), MAKE),
            *role("AWSServiceRoleForAmazonSSM", trusts=SERVICE, path="/aws-service-role/ssm.amazonaws.com/"),
        ),
    ],
)
