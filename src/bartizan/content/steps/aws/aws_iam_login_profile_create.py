"""Give another user a password."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

BEN = user("ben", allow("s3:*"))

STEP = Step(
    id="aws-iam-login-profile-create",
    title="Give another user a password",
    technique="T1098.001",
    references=("pathfinding.cloud iam-004",),
    actor=Identity,
    move=Act(
        on=User,
        uses=(Use(actions=("iam:CreateLoginProfile",)),),
        gains=Gain.TARGET,
    ),
    where=~User.console,
    because=(
        "A user without a password for the console can be given one, and the caller chooses it. Signing "
        "in with it makes one that user."
    ),
    fix="Limit iam:CreateLoginProfile to the few who make users, and keep users with rights out of its resources.",
    reaches=[
        (*user("ann", allow("iam:CreateLoginProfile", on=arn("iam", "user/ben"))), *BEN),
        (*role("ci", allow("iam:CreateLoginProfile", on=arn("iam", "user/*"))), *BEN),
    ],
    blocked=[
        (*user("ann", allow("iam:CreateLoginProfile", on=arn("iam", "user/${aws:username}"))), *BEN),
        (*user("ann", allow("iam:*"), deny("iam:CreateLoginProfile", on=arn("iam", "user/b*"))), *BEN),
        (*role("ci", allow("iam:CreateLoginProfile"), boundary="limits"), *policy("limits", allow("s3:*")), *BEN),
        (*user("ann", allow("iam:CreateLoginProfile")), *user("ben", console=True)),
    ],
)
