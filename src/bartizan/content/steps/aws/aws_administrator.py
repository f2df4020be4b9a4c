"""Have every right already."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, deny, group, policy, role, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

STEP = Step(
    id="aws-administrator",
    title="Have every right already",
    technique="T1078.004",
    actor=Identity,
    move=Act(
        on=Identity,
        uses=(
            Use(
                actions=(
                    "iam:AttachRolePolicy",
                    "iam:PutRolePolicy",
                    "iam:CreatePolicyVersion",
                    "s3:GetObject",
                    "ec2:RunInstances",
                    "lambda:CreateFunction",
                ),
                upon=Upon.ACTOR,
                resource="*",
            ),
        ),
        gains=Gain.ADMIN,
    ),
    because=(
        "Whoever may do these things to everything is an administrator of the account: nothing is left to gain in it."
    ),
    fix=(
        "Give AdministratorAccess and its like to as few as possible, and to roles that are taken for a "
        "while with a second factor."
    ),
    intended=True,
    weight=0.0,
    reaches=[
        user("ann", allow("*")),
        (*user("ann", groups="admins"), *group("admins", allow("*"))),
        (*role("ci", managed="all"), *policy("all", allow("*"))),
    ],
    blocked=[
        user("ann", allow("iam:*")),
        user("ann", allow("ec2:*", "lambda:*", "s3:*")),
        user("ann", allow("*"), deny("iam:*")),
        (*user("ann", allow("*"), boundary="limits"), *policy("limits", allow("s3:*"))),
    ],
)
