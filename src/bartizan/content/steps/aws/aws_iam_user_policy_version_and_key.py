"""Write a new version of another user's policy and make its access key."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.kinds.aws.policy_chains import USER_POLICIES
from bartizan.content.steps.aws.scene import allow, arn, group, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

VERSION = allow("iam:CreatePolicyVersion", on=arn("iam", "policy/work"))
KEY = allow("iam:CreateAccessKey", on=arn("iam", "user/ben"))

STEP = Step(
    id="aws-iam-user-policy-version-and-key",
    title="Write a new version of another user's policy and make its access key",
    technique="T1098.003",
    actor=Identity,
    move=Act(
        on=User,
        uses=(
            Use(actions=("iam:CreatePolicyVersion",), along=USER_POLICIES),
            Use(actions=("iam:CreateAccessKey",)),
        ),
        gains=Gain.ADMIN,
    ),
    where=~User.bounded,
    because=(
        "A managed policy that is attached to a user, or to one of its groups, is given a version that "
        "allows everything. An access key for that user then has every right."
    ),
    fix="Give iam:CreatePolicyVersion to administrators alone, and limit iam:CreateAccessKey to one's own user.",
    weight=1.5,
    reaches=[
        (*user("ann", VERSION, KEY), *user("ben", managed="work"), *policy("work")),
        (*role("ci", VERSION, KEY), *user("ben", groups="devs"), *group("devs", managed="work"), *policy("work")),
    ],
    blocked=[
        (*user("ann", VERSION, KEY), *user("ben"), *policy("work")),
        (*user("ann", VERSION), *user("ben", managed="work"), *policy("work")),
        (*user("ann", KEY), *user("ben", managed="work"), *policy("work")),
    ],
)
