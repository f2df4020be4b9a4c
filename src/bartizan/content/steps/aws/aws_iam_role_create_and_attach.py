"""Make a role with AdministratorAccess that trusts the caller."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import ADMIN, allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

MAKE = allow("iam:CreateRole", "iam:AttachRolePolicy")

STEP = Step(
    id="aws-iam-role-create-and-attach",
    title="Make a role with AdministratorAccess that trusts the caller",
    technique="T1136.003",
    actor=Identity,
    move=Act(
        on=Identity,
        uses=(
            Use(actions=("iam:CreateRole",), upon=Upon.NEW, resource="arn:{partition}:iam::{account}:role/*"),
            Use(
                actions=("iam:AttachRolePolicy",),
                upon=Upon.NEW,
                resource="arn:{partition}:iam::{account}:role/*",
                given={"iam:policyarn": ADMIN},
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because=(
        "A new role names the caller in its trust policy and is given AdministratorAccess. To take a "
        "role that names one needs no right of one's own within the account."
    ),
    fix=(
        "Give these calls together to administrators alone, or require a permissions boundary for what "
        "they make with the condition iam:PermissionsBoundary."
    ),
    weight=1.5,
    reaches=[
        user("ann", MAKE),
        role("ci", allow("iam:*", on=arn("iam", "role/*"))),
    ],
    blocked=[
        user("ann", allow("iam:CreateRole")),
        user("ann", allow("iam:AttachRolePolicy")),
        role("ci", MAKE, deny("iam:CreateRole")),
        (*user("ann", MAKE, boundary="limits"), *policy("limits", allow("iam:Get*"))),
        user(
            "ann",
            allow("iam:CreateRole"),
            allow(
                "iam:AttachRolePolicy", when={"ArnEquals": {"iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess"}}
            ),
        ),
    ],
)
