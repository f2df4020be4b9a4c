"""Write a new version of a role's policy and rewrite its trust policy."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.policy_chains import ROLE_POLICIES
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

CHANGE = allow("iam:CreatePolicyVersion", on=arn("iam", "policy/work"))
TAKE = allow("iam:UpdateAssumeRolePolicy", on=arn("iam", "role/app"))
APP = (*role("app", trusts="ec2.amazonaws.com", managed="work"), *policy("work"))

STEP = Step(
    id="aws-iam-role-policy-version-and-trust",
    title="Write a new version of a role's policy and rewrite its trust policy",
    technique="T1098.003",
    references=("pathfinding.cloud iam-020",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:CreatePolicyVersion",), along=ROLE_POLICIES),
            Use(actions=("iam:UpdateAssumeRolePolicy",)),
        ),
        gains=Gain.ADMIN,
    ),
    where=~Role.bounded & ~KEPT_BY_AWS,
    because=(
        "A managed policy that is attached to a role is given a version that allows everything. Its "
        "trust policy is then rewritten so that it lets the caller in."
    ),
    fix="Give iam:CreatePolicyVersion and iam:UpdateAssumeRolePolicy to administrators alone.",
    weight=1.5,
    reaches=[
        (*user("ann", CHANGE, TAKE), *APP),
        (*role("ci", allow("iam:*")), *APP),
    ],
    blocked=[
        (*user("ann", CHANGE), *APP),
        (*user("ann", TAKE), *APP),
        (*user("ann", CHANGE, allow("iam:UpdateAssumeRolePolicy", on=arn("iam", "role/other"))), *APP),
        (*user("ann", CHANGE, TAKE), *role("app", trusts="ec2.amazonaws.com"), *policy("work")),
        (*user("ann", CHANGE, TAKE, deny("iam:CreatePolicyVersion")), *APP),
    ],
)
