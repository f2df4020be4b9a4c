"""Make a user with AdministratorAccess and an access key."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import ADMIN, allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

MAKE = allow("iam:CreateUser", "iam:CreateAccessKey", "iam:AttachUserPolicy")

STEP = Step(
    id="aws-iam-user-create-and-attach",
    title="Make a user with AdministratorAccess and an access key",
    technique="T1136.003",
    actor=Identity,
    move=Act(
        on=Identity,
        uses=(
            Use(
                actions=("iam:CreateUser", "iam:CreateAccessKey"),
                upon=Upon.NEW,
                resource="arn:{partition}:iam::{account}:user/*",
            ),
            Use(
                actions=("iam:AttachUserPolicy",),
                upon=Upon.NEW,
                resource="arn:{partition}:iam::{account}:user/*",
                given={"iam:policyarn": ADMIN},
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because="A new user is given AdministratorAccess, and its access key is the caller's.",
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
        user("ann", allow("iam:CreateUser", "iam:CreateAccessKey")),
        user("ann", allow("iam:CreateAccessKey", "iam:AttachUserPolicy")),
        role("ci", MAKE, deny("iam:CreateUser")),
        (*user("ann", MAKE, boundary="limits"), *policy("limits", allow("iam:Get*"))),
        user(
            "ann",
            allow("iam:CreateUser", "iam:CreateAccessKey"),
            allow(
                "iam:AttachUserPolicy", when={"ArnEquals": {"iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess"}}
            ),
        ),
    ],
)
