"""List the users of a user pool."""

from bartizan.content.kinds.aws.cognito_pool import UserPool
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-cognito-users-list",
    title="List the users of a user pool",
    technique="T1087.004",
    actor=Identity,
    move=Act(on=UserPool, uses=(Use(actions=("cognito-idp:ListUsers",)),)),
    because=("The list has the names, addresses and numbers of all who signed up."),
    fix=("Give cognito-idp:ListUsers to the programs that manage users."),
    weight=0.4,
    reaches=[
        (*ann("cognito-idp:ListUsers"), kept(UserPool, arn("cognito-idp", "userpool/eu-central-1_a"))),
        (*ann("cognito-idp:*"), kept(UserPool, arn("cognito-idp", "userpool/eu-central-1_a"))),
    ],
    blocked=[
        (*ann(), kept(UserPool, arn("cognito-idp", "userpool/eu-central-1_a"))),
        (*ann("cognito-idp:Describe*"), kept(UserPool, arn("cognito-idp", "userpool/eu-central-1_a"))),
        (
            *user("ann", allow("cognito-idp:ListUsers"), deny("cognito-idp:ListUsers")),
            kept(UserPool, arn("cognito-idp", "userpool/eu-central-1_a")),
        ),
    ],
)
