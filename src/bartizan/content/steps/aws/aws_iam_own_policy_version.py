"""Write a new version of a policy of one's own."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.policy_chains import OWN_POLICIES
from bartizan.content.steps.aws.scene import allow, arn, deny, group, policy, role, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

VERSION = allow("iam:CreatePolicyVersion", on=arn("iam", "policy/work"))

STEP = Step(
    id="aws-iam-own-policy-version",
    title="Write a new version of a policy of one's own",
    technique="T1098.003",
    references=("pathfinding.cloud iam-001",),
    actor=Identity,
    when=~Identity.bounded,
    move=Act(
        on=Identity,
        uses=(Use(actions=("iam:CreatePolicyVersion",), upon=Upon.ACTOR, along=OWN_POLICIES),),
        gains=Gain.ADMIN,
    ),
    because=(
        "A new version of a managed policy can say anything and be made the default in the same call. "
        "Where the policy is attached to the caller, or to a group of the caller, the caller has every "
        "right a moment later."
    ),
    fix=(
        "Allow iam:CreatePolicyVersion on policies only that are attached to nobody who holds it, or "
        "under a permissions boundary."
    ),
    reaches=[
        (*user("ann", managed="work"), *policy("work", VERSION)),
        (*user("ann", VERSION, groups="devs"), *group("devs", managed="work"), *policy("work")),
        (*role("ci", VERSION, managed="work"), *policy("work")),
    ],
    blocked=[
        (*user("ann", VERSION), *policy("work", VERSION)),
        (*user("ann", VERSION, managed="other"), *policy("other"), *policy("work")),
        (*user("ann", VERSION, deny("iam:CreatePolicyVersion"), managed="work"), *policy("work")),
        (*user("ann", VERSION, managed="work", boundary="limits"), *policy("work"), *policy("limits", allow("iam:*"))),
    ],
)
