"""Attach a policy to a role and take it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import ADMIN, ROOT, allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

CHANGE = allow("iam:AttachRolePolicy", on=arn("iam", "role/app"))
TAKE = allow("sts:AssumeRole", on=arn("iam", "role/app"))
APP = role("app", trusts=ROOT)

STEP = Step(
    id="aws-iam-role-policy-attach-and-assume",
    title="Attach a policy to a role and take it",
    technique="T1098.003",
    references=("pathfinding.cloud iam-014",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:AttachRolePolicy",), given={"iam:policyarn": ADMIN}),
            Use(actions=("sts:AssumeRole",)),
        ),
        gains=Gain.ADMIN,
    ),
    where=~Role.bounded & ~KEPT_BY_AWS,
    because=(
        "AdministratorAccess is attached to a role. The role can be taken because its trust policy lets the caller in."
    ),
    fix=(
        "Limit iam:AttachRolePolicy with the condition iam:PolicyARN, and keep roles that the caller may "
        "take out of its resources."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", CHANGE, TAKE), *APP),
        (*role("ci", allow("iam:*", "sts:*")), *APP),
    ],
    blocked=[
        (*user("ann", CHANGE), *APP),
        (*user("ann", TAKE), *APP),
        (*user("ann", CHANGE, TAKE), *role("app", trusts="ec2.amazonaws.com")),
        (*user("ann", CHANGE, TAKE), *role("app", trusts=ROOT, boundary="limits"), *policy("limits", allow("s3:*"))),
        (*user("ann", CHANGE, TAKE, deny("iam:AttachRolePolicy")), *APP),
    ],
)
