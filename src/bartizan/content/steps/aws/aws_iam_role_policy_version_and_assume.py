"""Write a new version of a role's policy and take the role."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.policy_chains import ROLE_POLICIES
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import ROOT, allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

CHANGE = allow("iam:CreatePolicyVersion", on=arn("iam", "policy/work"))
TAKE = allow("sts:AssumeRole", on=arn("iam", "role/app"))
APP = (*role("app", trusts=ROOT, managed="work"), *policy("work"))

STEP = Step(
    id="aws-iam-role-policy-version-and-assume",
    title="Write a new version of a role's policy and take the role",
    technique="T1098.003",
    references=("pathfinding.cloud iam-016",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:CreatePolicyVersion",), along=ROLE_POLICIES),
            Use(actions=("sts:AssumeRole",)),
        ),
        gains=Gain.ADMIN,
    ),
    where=~Role.bounded & ~KEPT_BY_AWS,
    because=(
        "A managed policy that is attached to a role is given a version that allows everything. The role "
        "can be taken because its trust policy lets the caller in."
    ),
    fix="Keep policies of roles that the caller may take out of the resources of iam:CreatePolicyVersion.",
    weight=1.5,
    reaches=[
        (*user("ann", CHANGE, TAKE), *APP),
        (*role("ci", allow("iam:*", "sts:*")), *APP),
    ],
    blocked=[
        (*user("ann", CHANGE), *APP),
        (*user("ann", TAKE), *APP),
        (*user("ann", CHANGE, TAKE), *role("app", trusts="ec2.amazonaws.com", managed="work"), *policy("work")),
        (*user("ann", CHANGE, TAKE), *role("app", trusts=ROOT), *policy("work")),
        (*user("ann", CHANGE, TAKE, deny("iam:CreatePolicyVersion")), *APP),
    ],
)
