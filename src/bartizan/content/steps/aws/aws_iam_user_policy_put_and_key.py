"""Write a policy on another user and make its access key."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import allow, arn, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

BEN = arn("iam", "user/ben")

STEP = Step(
    id="aws-iam-user-policy-put-and-key",
    title="Write a policy on another user and make its access key",
    technique="T1098.003",
    references=("pathfinding.cloud iam-018",),
    actor=Identity,
    move=Act(
        on=User,
        uses=(
            Use(actions=("iam:PutUserPolicy",)),
            Use(actions=("iam:CreateAccessKey",)),
        ),
        gains=Gain.ADMIN,
    ),
    where=~User.bounded,
    because=(
        "A policy that allows everything is written on a user, and an access key is made for it: whoever "
        "made the key has every right."
    ),
    fix="Give iam:PutUserPolicy and iam:CreateAccessKey on the same users to administrators alone.",
    weight=1.5,
    reaches=[
        (*user("ann", allow("iam:PutUserPolicy", "iam:CreateAccessKey", on=BEN)), *user("ben")),
        (*role("ci", allow("iam:*")), *user("ben")),
    ],
    blocked=[
        (*user("ann", allow("iam:PutUserPolicy", on=BEN)), *user("ben")),
        (*user("ann", allow("iam:CreateAccessKey", on=BEN)), *user("ben")),
        (
            *user("ann", allow("iam:PutUserPolicy", on=BEN), allow("iam:CreateAccessKey", on=arn("iam", "user/cat"))),
            *user("ben"),
        ),
        (
            *user("ann", allow("iam:PutUserPolicy", "iam:CreateAccessKey", on=BEN)),
            *user("ben", boundary="limits"),
            *policy("limits", allow("s3:*")),
        ),
    ],
)
