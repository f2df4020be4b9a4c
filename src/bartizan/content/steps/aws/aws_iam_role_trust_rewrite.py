"""Rewrite the trust policy of a role."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Step, Use

APP = role("app", allow("s3:*"), trusts="ec2.amazonaws.com")

STEP = Step(
    id="aws-iam-role-trust-rewrite",
    title="Rewrite the trust policy of a role",
    technique="T1098.003",
    references=("pathfinding.cloud iam-012",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(Use(actions=("iam:UpdateAssumeRolePolicy",)),),
    ),
    where=~KEPT_BY_AWS,
    because=(
        "The trust policy says who may take a role. Whoever may rewrite it names itself there, and needs "
        "no other right to take the role within the account."
    ),
    fix="Give iam:UpdateAssumeRolePolicy to the few who make roles, and keep roles with rights out of its resources.",
    reaches=[
        (*user("ann", allow("iam:UpdateAssumeRolePolicy", on=arn("iam", "role/app"))), *APP),
        (*role("ci", allow("iam:Update*")), *APP),
    ],
    blocked=[
        (*user("ann", allow("iam:UpdateAssumeRolePolicy", on=arn("iam", "role/other"))), *APP),
        (*user("ann", allow("iam:*"), deny("iam:UpdateAssumeRolePolicy")), *APP),
        (*user("ann", allow("iam:UpdateRole")), *APP),
        (*role("ci", allow("iam:*"), boundary="limits"), *policy("limits", allow("iam:Get*")), *APP),
        (
            *user("ann", allow("iam:*")),
            *role("AWSServiceRoleForSupport", path="/aws-service-role/support.amazonaws.com/"),
        ),
        (
            *user("ann", allow("iam:*")),
            *role("AWSReservedSSO_Admin_1", allow("*"), path="/aws-reserved/sso.amazonaws.com/"),
        ),
    ],
)
