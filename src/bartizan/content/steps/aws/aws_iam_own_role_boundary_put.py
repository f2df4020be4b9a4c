"""Widen the boundary of one's own role and write a policy on it."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.steps.aws.scene import ADMIN, allow, arn, policy, role
from bartizan.core.step import Act, Gain, Step, Upon, Use

LIMITS = policy("limits", allow("iam:*"))

STEP = Step(
    id="aws-iam-own-role-boundary-put",
    title="Widen the boundary of one's own role and write a policy on it",
    technique="T1098.003",
    actor=Role,
    when=Role.bounded,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PutRolePermissionsBoundary",), upon=Upon.ACTOR, given={"iam:permissionsboundary": ADMIN}),
            Use(actions=("iam:PutRolePolicy",), upon=Upon.ACTOR),
        ),
        gains=Gain.ADMIN,
    ),
    because=(
        "AdministratorAccess can serve as a permissions boundary and limits nothing. A role that may put "
        "it on itself, and write a policy on itself, then has every right."
    ),
    fix=(
        "Allow iam:PutRolePermissionsBoundary only under the condition iam:PermissionsBoundary that "
        "names the boundary that is meant; a boundary should itself deny it."
    ),
    weight=1.5,
    reaches=[
        (*role("ci", allow("iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"), boundary="limits"), *LIMITS),
    ],
    blocked=[
        role("ci", allow("iam:PutRolePermissionsBoundary", "iam:PutRolePolicy")),
        (
            *role(
                "ci",
                allow("iam:PutRolePolicy"),
                allow(
                    "iam:PutRolePermissionsBoundary",
                    when={"StringEquals": {"iam:PermissionsBoundary": arn("iam", "policy/limits")}},
                ),
                boundary="limits",
            ),
            *LIMITS,
        ),
        (*role("ci", allow("iam:PutRolePermissionsBoundary"), boundary="limits"), *LIMITS),
    ],
)
