"""Write a policy on one's own user."""

from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.steps.aws.scene import allow, arn, deny, group, policy, user
from bartizan.core.step import Act, Gain, Step, Upon, Use

ITSELF = arn("iam", "user/ann")

STEP = Step(
    id="aws-iam-own-user-policy-put",
    title="Write a policy on one's own user",
    technique="T1098.003",
    references=("pathfinding.cloud iam-007",),
    actor=User,
    when=~User.bounded,
    move=Act(
        on=User,
        uses=(Use(actions=("iam:PutUserPolicy",), upon=Upon.ACTOR),),
        gains=Gain.ADMIN,
    ),
    because=(
        "An inline policy is written by whoever may call iam:PutUserPolicy. A user who may call it on "
        "itself has every right a moment later."
    ),
    fix="Exclude the user itself from the resources of iam:PutUserPolicy, or bound it with a permissions boundary.",
    reaches=[
        user("ann", allow("iam:PutUserPolicy", on=arn("iam", "user/${aws:username}"))),
        (*user("ann", groups="devs"), *group("devs", allow("iam:Put*Policy"))),
    ],
    blocked=[
        user("ann", allow("iam:PutUserPolicy", on=arn("iam", "user/ben"))),
        user("ann", allow("iam:*"), deny("iam:PutUserPolicy", on=ITSELF)),
        (*user("ann", allow("iam:*"), boundary="limits"), *policy("limits", allow("iam:*"))),
        user("ann", allow("iam:PutGroupPolicy", "iam:PutRolePolicy")),
    ],
)
