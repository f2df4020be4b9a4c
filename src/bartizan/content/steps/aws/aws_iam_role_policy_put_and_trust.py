"""Write a policy on a role and rewrite its trust policy."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

CHANGE = allow("iam:PutRolePolicy", on=arn("iam", "role/app"))
TAKE = allow("iam:UpdateAssumeRolePolicy", on=arn("iam", "role/app"))
APP = role("app", trusts="ec2.amazonaws.com")

STEP = Step(
    id="aws-iam-role-policy-put-and-trust",
    title="Write a policy on a role and rewrite its trust policy",
    technique="T1098.003",
    references=("pathfinding.cloud iam-021",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PutRolePolicy",)),
            Use(actions=("iam:UpdateAssumeRolePolicy",)),
        ),
        gains=Gain.ADMIN,
    ),
    where=~Role.bounded & ~KEPT_BY_AWS,
    because=(
        "A policy that allows everything is written on a role. Its trust policy is then rewritten so "
        "that it lets the caller in."
    ),
    fix="Give iam:PutRolePolicy and iam:UpdateAssumeRolePolicy to administrators alone.",
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
        (*user("ann", CHANGE, TAKE, deny("iam:PutRolePolicy")), *APP),
    ],
)
