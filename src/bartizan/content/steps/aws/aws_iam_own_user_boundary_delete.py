"""Take away the boundary of one's own user and write a policy on it."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

LIMITS = policy("limits", allow("iam:*"))

STEP = Step(
    id="aws-iam-own-user-boundary-delete",
    title="Take away the boundary of one's own user and write a policy on it",
    technique="T1098.003",
    actor=User,
    when=User.bounded,
    move=Act(
        on=User,
        uses=(Use(actions=("iam:DeleteUserPermissionsBoundary", "iam:PutUserPolicy"), upon=Upon.ACTOR),),
        gains=Gain.ADMIN,
    ),
    because=(
        "A permissions boundary limits nothing once it is gone. A user that may delete its own boundary "
        "and write a policy on itself then has every right."
    ),
    fix=(
        "Deny iam:DeleteUserPermissionsBoundary to everyone whom the boundary is meant for; a boundary "
        "should itself deny it."
    ),
    weight=1.5,
    reaches=[
        (*user("ann", allow("iam:DeleteUserPermissionsBoundary", "iam:PutUserPolicy"), boundary="limits"), *LIMITS),
        (*user("ann", allow("iam:*", on=arn("iam", "user/ann")), boundary="limits"), *LIMITS),
    ],
    blocked=[
        user("ann", allow("iam:DeleteUserPermissionsBoundary", "iam:PutUserPolicy")),
        (
            *user("ann", allow("iam:*"), boundary="limits"),
            *policy("limits", allow("iam:*"), deny("iam:DeleteUserPermissionsBoundary")),
        ),
        (*user("ann", allow("iam:DeleteUserPermissionsBoundary"), boundary="limits"), *LIMITS),
        (*user("ann", allow("iam:PutUserPolicy"), boundary="limits"), *LIMITS),
    ],
)
