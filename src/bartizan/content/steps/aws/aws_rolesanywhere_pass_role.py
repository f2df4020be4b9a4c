"""Pass a role to a profile of IAM Roles Anywhere."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, group, passed_to, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "rolesanywhere.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile")

STEP = Step(
    id="aws-rolesanywhere-pass-role",
    title="Pass a role to a profile of IAM Roles Anywhere",
    technique="T1098.001",
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(actions=("rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"), upon=Upon.NEW),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "A trust anchor with a certificate authority of the caller, and a profile with the role, hand "
        "out credentials of that role to certificates that the caller signs."
    ),
    fix=(
        "Let iam:PassRole name only the roles that are meant for IAM Roles Anywhere, under the condition "
        "iam:PassedToService."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (
            *user("ann", groups="devs"),
            *group("devs", allow("iam:PassRole", on=arn("iam", "role/*")), allow("rolesanywhere:*")),
            *APP,
        ),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", allow("iam:PassRole", on=arn("iam", "role/other")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("iam:PassRole", on=arn("iam", "role/a*"))), *APP),
    ],
)
