"""Read a secret whose policy lets everyone in."""

from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.data.scene import INTERNET, kept, opened
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-secret-read",
    title="Read a secret whose policy lets everyone in",
    technique="T1555.006",
    actor=Internet,
    move=Act(on=Secret, uses=(Use(actions=("secretsmanager:GetSecretValue",)),)),
    where=~Secret.own_key,
    because=("Any account of AWS reads the secret."),
    fix=("Take the wildcard out of the policy, and name who may read."),
    weight=0.1,
    reaches=[
        (
            INTERNET,
            kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"), policy=opened("secretsmanager:GetSecretValue")),
        ),
        (INTERNET, kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"), policy=opened("secretsmanager:*"))),
    ],
    blocked=[
        (INTERNET, kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
        (
            INTERNET,
            kept(
                Secret,
                arn("secretsmanager", "secret:orders-a1b2c3"),
                policy=opened("secretsmanager:GetSecretValue", to="arn:aws:iam::111122223333:root"),
            ),
        ),
        (INTERNET, kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"), policy=opened("secretsmanager:List*"))),
        (
            INTERNET,
            kept(
                Secret,
                arn("secretsmanager", "secret:orders-a1b2c3"),
                policy=opened(
                    "secretsmanager:GetSecretValue", when={"StringEquals": {"aws:PrincipalAccount": "111122223333"}}
                ),
            ),
        ),
    ],
)
