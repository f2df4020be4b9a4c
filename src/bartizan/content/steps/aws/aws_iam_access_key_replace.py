"""Replace an access key of another user."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

BEN = user("ben", allow("s3:*"))

STEP = Step(
    id="aws-iam-access-key-replace",
    title="Replace an access key of another user",
    technique="T1098.001",
    references=("pathfinding.cloud iam-003",),
    actor=Identity,
    move=Act(
        on=User,
        uses=(Use(actions=("iam:DeleteAccessKey", "iam:CreateAccessKey")),),
        gains=Gain.TARGET,
    ),
    because=(
        "Where a user has two access keys already, one is deleted to make room for a new one, whose "
        "secret the caller is given."
    ),
    fix="Limit iam:CreateAccessKey and iam:DeleteAccessKey to arn:aws:iam::*:user/${aws:username}.",
    weight=1.5,
    reaches=[
        (*user("ann", allow("iam:DeleteAccessKey", "iam:CreateAccessKey", on=arn("iam", "user/ben"))), *BEN),
        (*role("ci", allow("iam:DeleteAccessKey", "iam:CreateAccessKey", on=arn("iam", "user/*"))), *BEN),
    ],
    blocked=[
        (
            *user("ann", allow("iam:DeleteAccessKey", "iam:CreateAccessKey", on=arn("iam", "user/${aws:username}"))),
            *BEN,
        ),
        (*user("ann", allow("iam:*"), deny("iam:DeleteAccessKey", on=arn("iam", "user/b*"))), *BEN),
        (
            *role("ci", allow("iam:DeleteAccessKey", "iam:CreateAccessKey"), boundary="limits"),
            *policy("limits", allow("s3:*")),
            *BEN,
        ),
        (*user("ann", allow("iam:CreateAccessKey")), *BEN),
    ],
)
