"""Attach a policy to a role and rewrite its trust policy."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import ADMIN, allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

CHANGE = allow("iam:AttachRolePolicy", on=arn("iam", "role/app"))
TAKE = allow("iam:UpdateAssumeRolePolicy", on=arn("iam", "role/app"))
APP = role("app", trusts="ec2.amazonaws.com")

STEP = Step(
    id="aws-iam-role-policy-attach-and-trust",
    title="Attach a policy to a role and rewrite its trust policy",
    technique="T1098.003",
    references=("pathfinding.cloud iam-019",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:AttachRolePolicy",), given={"iam:policyarn": ADMIN}),
            Use(actions=("iam:UpdateAssumeRolePolicy",)),
        ),
        gains=Gain.ADMIN,
    ),
    where=~Role.bounded & ~KEPT_BY_AWS,
    because=(
        "AdministratorAccess is attached to a role. Its trust policy is then rewritten so that it lets the caller in."
    ),
    fix=(
        "Give iam:UpdateAssumeRolePolicy to administrators alone, and limit iam:AttachRolePolicy with "
        "the condition iam:PolicyARN."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", CHANGE, TAKE), *APP),
        (*role("ci", allow("iam:*")), *APP),
    ],
    blocked=[
        (*user("ann", CHANGE), *APP),
        (*user("ann", TAKE), *APP),
        (*user("ann", CHANGE, allow("iam:UpdateAssumeRolePolicy", on=arn("iam", "role/other"))), *APP),
        (
            *user("ann", CHANGE, TAKE),
            *role("app", trusts="ec2.amazonaws.com", boundary="limits"),
            *policy("limits", allow("s3:*")),
        ),
        (*user("ann", CHANGE, TAKE, deny("iam:AttachRolePolicy")), *APP),
        (*user("ann", allow("iam:*")), *role("AWSReservedSSO_Admin_1", path="/aws-reserved/sso.amazonaws.com/")),
    ],
)
