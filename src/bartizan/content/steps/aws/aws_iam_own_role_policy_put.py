"""Write a policy on one's own role."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.steps.aws.scene import allow, arn, deny, policy, role
from bartizan.core.step import Act, Gain, Step, Upon, Use

ITSELF = arn("iam", "role/ci")

STEP = Step(
    id="aws-iam-own-role-policy-put",
    title="Write a policy on one's own role",
    technique="T1098.003",
    references=("pathfinding.cloud iam-005",),
    actor=Role,
    when=~Role.bounded,
    move=Act(
        on=Role,
        uses=(Use(actions=("iam:PutRolePolicy",), upon=Upon.ACTOR),),
        gains=Gain.ADMIN,
    ),
    because=(
        "An inline policy is written by whoever may call iam:PutRolePolicy. A role that may call it on "
        "itself gives itself every right."
    ),
    fix="Exclude the role itself from the resources of iam:PutRolePolicy, or bound it with a permissions boundary.",
    reaches=[
        role("ci", allow("iam:PutRolePolicy", on=ITSELF)),
        role("ci", allow("iam:Put*"), trusts="lambda.amazonaws.com"),
    ],
    blocked=[
        role("ci", allow("iam:PutRolePolicy", on=arn("iam", "role/app"))),
        role("ci", allow("iam:*"), deny("iam:PutRolePolicy", on=ITSELF)),
        (*role("ci", allow("iam:*"), boundary="limits"), *policy("limits", allow("iam:*"))),
        role("ci", allow("iam:PutUserPolicy")),
    ],
)
