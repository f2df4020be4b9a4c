"""Make an access key for another user."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

BEN = user("ben", allow("s3:*"))

STEP = Step(
    id="aws-iam-access-key-create",
    title="Make an access key for another user",
    technique="T1098.001",
    references=("pathfinding.cloud iam-002",),
    actor=Identity,
    move=Act(
        on=User,
        uses=(Use(actions=("iam:CreateAccessKey",)),),
        gains=Gain.TARGET,
    ),
    because=(
        "A user may have two access keys, and whoever makes one is given its secret. With it one acts as that user."
    ),
    fix=(
        "Limit iam:CreateAccessKey to arn:aws:iam::*:user/${aws:username}, so that people make keys for "
        "themselves alone."
    ),
    reaches=[
        (*user("ann", allow("iam:CreateAccessKey", on=arn("iam", "user/ben"))), *BEN),
        (*role("ci", allow("iam:CreateAccessKey", on=arn("iam", "user/*"))), *BEN),
    ],
    blocked=[
        (*user("ann", allow("iam:CreateAccessKey", on=arn("iam", "user/${aws:username}"))), *BEN),
        (*user("ann", allow("iam:*"), deny("iam:CreateAccessKey", on=arn("iam", "user/b*"))), *BEN),
        (*role("ci", allow("iam:CreateAccessKey"), boundary="limits"), *policy("limits", allow("s3:*")), *BEN),
    ],
)
