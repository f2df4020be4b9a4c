"""Make a user with a policy that allows everything and an access key."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

MAKE = allow("iam:CreateUser", "iam:PutUserPolicy", "iam:CreateAccessKey")

STEP = Step(
    id="aws-iam-user-create-and-put",
    title="Make a user with a policy that allows everything and an access key",
    technique="T1136.003",
    actor=Identity,
    move=Act(
        on=Identity,
        uses=(
            Use(
                actions=("iam:CreateUser", "iam:PutUserPolicy", "iam:CreateAccessKey"),
                upon=Upon.NEW,
                resource="arn:{partition}:iam::{account}:user/*",
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because="A new user is given a policy that allows everything, and its access key is the caller's.",
    fix=(
        "Give these calls together to administrators alone, or require a permissions boundary for what "
        "they make with the condition iam:PermissionsBoundary."
    ),
    weight=1.5,
    reaches=[
        user("ann", MAKE),
        role("ci", allow("iam:*", on=arn("iam", "user/*"))),
    ],
    blocked=[
        user("ann", allow("iam:CreateUser", "iam:PutUserPolicy")),
        user("ann", allow("iam:PutUserPolicy", "iam:CreateAccessKey")),
        role("ci", MAKE, deny("iam:CreateUser")),
        (*user("ann", MAKE, boundary="limits"), *policy("limits", allow("iam:Get*"))),
    ],
)
