"""Write a policy on a role and take it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import ROOT, allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

CHANGE = allow("iam:PutRolePolicy", on=arn("iam", "role/app"))
TAKE = allow("sts:AssumeRole", on=arn("iam", "role/app"))
APP = role("app", trusts=ROOT)

STEP = Step(
    id="aws-iam-role-policy-put-and-assume",
    title="Write a policy on a role and take it",
    technique="T1098.003",
    references=("pathfinding.cloud iam-017",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PutRolePolicy",)),
            Use(actions=("sts:AssumeRole",)),
        ),
        gains=Gain.ADMIN,
    ),
    where=~Role.bounded & ~KEPT_BY_AWS,
    because=(
        "A policy that allows everything is written on a role. The role can be taken because its trust "
        "policy lets the caller in."
    ),
    fix="Keep roles that the caller may take out of the resources of iam:PutRolePolicy.",
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
        (*user("ann", CHANGE, TAKE, deny("iam:PutRolePolicy")), *APP),
        (
            *user("ann", allow("iam:*", "sts:*")),
            *role("AWSReservedSSO_Read_1", trusts=ROOT, path="/aws-reserved/sso.amazonaws.com/"),
        ),
    ],
)
