"""Read a secret of Secrets Manager with the key that encrypts it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import KEY, ann, sealed
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-secret-decrypt",
    title="Read a secret of Secrets Manager with the key that encrypts it",
    technique="T1555.006",
    actor=Identity,
    move=Act(
        on=Secret,
        uses=(
            Use(actions=("secretsmanager:GetSecretValue",)),
            Use(actions=("kms:Decrypt",), along=((Secret.key,),)),
        ),
    ),
    where=Secret.own_key,
    because=("Secrets Manager decrypts a secret for whoever may read it and may use its key."),
    fix=("Let the key policy name the few who may decrypt, and give kms:Decrypt for single keys."),
    weight=0.3,
    reaches=[
        (
            *ann("secretsmanager:GetSecretValue", "kms:Decrypt"),
            *sealed(Secret, arn("secretsmanager", "secret:orders-a1b2c3")),
        ),
    ],
    blocked=[
        (*ann("secretsmanager:GetSecretValue"), *sealed(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
        (*ann("kms:Decrypt"), *sealed(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
        (
            *user("ann", allow("secretsmanager:GetSecretValue", "kms:Decrypt"), deny("kms:Decrypt", on=KEY)),
            *sealed(Secret, arn("secretsmanager", "secret:orders-a1b2c3")),
        ),
    ],
)
