"""Widen the boundary of one's own user and write a policy on it."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import ADMIN, allow, arn, policy, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

LIMITS = policy("limits", allow("iam:*"))

STEP = Step(
    id="aws-iam-own-user-boundary-put",
    title="Widen the boundary of one's own user and write a policy on it",
    technique="T1098.003",
    actor=User,
    when=User.bounded,
    move=Act(
        on=User,
        uses=(
            Use(actions=("iam:PutUserPermissionsBoundary",), upon=Upon.ACTOR, given={"iam:permissionsboundary": ADMIN}),
            Use(actions=("iam:PutUserPolicy",), upon=Upon.ACTOR),
        ),
        gains=Gain.ADMIN,
    ),
    because=(
        "AdministratorAccess can serve as a permissions boundary and limits nothing. A user that may put "
        "it on itself, and write a policy on itself, then has every right."
    ),
    fix=(
        "Allow iam:PutUserPermissionsBoundary only under the condition iam:PermissionsBoundary that "
        "names the boundary that is meant; a boundary should itself deny it."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", allow("iam:PutUserPermissionsBoundary", "iam:PutUserPolicy"), boundary="limits"), *LIMITS),
    ],
    blocked=[
        user("ann", allow("iam:PutUserPermissionsBoundary", "iam:PutUserPolicy")),
        (
            *user(
                "ann",
                allow("iam:PutUserPolicy"),
                allow(
                    "iam:PutUserPermissionsBoundary",
                    when={"StringEquals": {"iam:PermissionsBoundary": arn("iam", "policy/limits")}},
                ),
                boundary="limits",
            ),
            *LIMITS,
        ),
        (*user("ann", allow("iam:PutUserPermissionsBoundary"), boundary="limits"), *LIMITS),
    ],
)
