"""Attach a policy to another user and make its access key."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import ADMIN, allow, arn, policy, role, user
from bartizan.core.step import Act, Gain, Step, Use

BEN = arn("iam", "user/ben")

STEP = Step(
    id="aws-iam-user-policy-attach-and-key",
    title="Attach a policy to another user and make its access key",
    technique="T1098.003",
    references=("pathfinding.cloud iam-015",),
    actor=Identity,
    move=Act(
        on=User,
        uses=(
            Use(actions=("iam:AttachUserPolicy",), given={"iam:policyarn": ADMIN}),
            Use(actions=("iam:CreateAccessKey",)),
        ),
        gains=Gain.ADMIN,
    ),
    where=~User.bounded,
    because=(
        "AdministratorAccess is attached to a user, and an access key is made for it: whoever made the "
        "key has every right."
    ),
    fix="Limit iam:AttachUserPolicy with the condition iam:PolicyARN, and iam:CreateAccessKey to one's own user.",
    weight=1.5,
    reaches=[
        (*user("ann", allow("iam:AttachUserPolicy", "iam:CreateAccessKey", on=BEN)), *user("ben")),
        (*role("ci", allow("iam:*")), *user("ben")),
    ],
    blocked=[
        (*user("ann", allow("iam:AttachUserPolicy", on=BEN)), *user("ben")),
        (*user("ann", allow("iam:CreateAccessKey", on=BEN)), *user("ben")),
        (
            *user(
                "ann", allow("iam:AttachUserPolicy", on=BEN), allow("iam:CreateAccessKey", on=arn("iam", "user/cat"))
            ),
            *user("ben"),
        ),
        (
            *user("ann", allow("iam:AttachUserPolicy", "iam:CreateAccessKey", on=BEN)),
            *user("ben", boundary="limits"),
            *policy("limits", allow("s3:*")),
        ),
    ],
)
