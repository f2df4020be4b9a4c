"""Change the password of another user."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

BEN = user("ben", allow("s3:*"), console=True)

STEP = Step(
    id="aws-iam-login-profile-update",
    title="Change the password of another user",
    technique="T1098",
    references=("pathfinding.cloud iam-006",),
    actor=Identity,
    move=Act(
        on=User,
        uses=(Use(actions=("iam:UpdateLoginProfile",)),),
        gains=Gain.TARGET,
    ),
    where=User.console,
    because=(
        "The password of a user can be set by others without knowing the old one. Signing in with it "
        "makes one that user; only a second factor would still be asked for."
    ),
    fix="Limit iam:UpdateLoginProfile to arn:aws:iam::*:user/${aws:username}, and require a second factor.",
    reaches=[
        (*user("ann", allow("iam:UpdateLoginProfile", on=arn("iam", "user/ben"))), *BEN),
        (*role("ci", allow("iam:UpdateLoginProfile", on=arn("iam", "user/*"))), *BEN),
    ],
    blocked=[
        (*user("ann", allow("iam:UpdateLoginProfile", on=arn("iam", "user/${aws:username}"))), *BEN),
        (*user("ann", allow("iam:*"), deny("iam:UpdateLoginProfile", on=arn("iam", "user/b*"))), *BEN),
        (*role("ci", allow("iam:UpdateLoginProfile"), boundary="limits"), *policy("limits", allow("s3:*")), *BEN),
        (*user("ann", allow("iam:UpdateLoginProfile")), *user("ben")),
    ],
)
