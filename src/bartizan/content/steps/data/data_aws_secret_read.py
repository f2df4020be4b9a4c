"""Read a secret of Secrets Manager."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-secret-read",
    title="Read a secret of Secrets Manager",
    technique="T1555.006",
    actor=Identity,
    move=Act(on=Secret, uses=(Use(actions=("secretsmanager:GetSecretValue",)),)),
    where=~Secret.own_key,
    because=("The call answers with the secret itself."),
    fix=("Give secretsmanager:GetSecretValue for single secrets, to the programs that need them."),
    weight=0.3,
    reaches=[
        (*ann("secretsmanager:GetSecretValue"), kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
        (*ann("secretsmanager:*"), kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
    ],
    blocked=[
        (*ann(), kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
        (*ann("secretsmanager:DescribeSecret"), kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
        (
            *user("ann", allow("secretsmanager:GetSecretValue"), deny("secretsmanager:GetSecretValue")),
            kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3")),
        ),
        (
            *ann("secretsmanager:GetSecretValue", on=arn("secretsmanager", "secret:other-*")),
            kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3")),
        ),
    ],
)
