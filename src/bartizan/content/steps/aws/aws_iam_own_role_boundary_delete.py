"""Take away the boundary of one's own role and write a policy on it."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role
from bartizan.core.step import Act, Gain, Step, Upon, Use

LIMITS = policy("limits", allow("iam:*"))

STEP = Step(
    id="aws-iam-own-role-boundary-delete",
    title="Take away the boundary of one's own role and write a policy on it",
    technique="T1098.003",
    actor=Role,
    when=Role.bounded,
    move=Act(
        on=Role,
        uses=(Use(actions=("iam:DeleteRolePermissionsBoundary", "iam:PutRolePolicy"), upon=Upon.ACTOR),),
        gains=Gain.ADMIN,
    ),
    because=(
        "A permissions boundary limits nothing once it is gone. A role that may delete its own boundary "
        "and write a policy on itself then has every right."
    ),
    fix=(
        "Deny iam:DeleteRolePermissionsBoundary to everyone whom the boundary is meant for; a boundary "
        "should itself deny it."
    ),
    weight=1.5,
    reaches=[
        (*role("ci", allow("iam:DeleteRolePermissionsBoundary", "iam:PutRolePolicy"), boundary="limits"), *LIMITS),
        (*role("ci", allow("iam:*", on=arn("iam", "role/ci")), boundary="limits"), *LIMITS),
    ],
    blocked=[
        role("ci", allow("iam:DeleteRolePermissionsBoundary", "iam:PutRolePolicy")),
        (
            *role("ci", allow("iam:*"), boundary="limits"),
            *policy("limits", allow("iam:*"), deny("iam:DeleteRolePermissionsBoundary")),
        ),
        (*role("ci", allow("iam:DeleteRolePermissionsBoundary"), boundary="limits"), *LIMITS),
        (*role("ci", allow("iam:PutRolePolicy"), boundary="limits"), *LIMITS),
    ],
)
