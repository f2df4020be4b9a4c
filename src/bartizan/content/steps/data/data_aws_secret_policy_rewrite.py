"""Rewrite the policy of a secret to read it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-secret-policy-rewrite",
    title="Rewrite the policy of a secret to read it",
    technique="T1222",
    actor=Identity,
    move=Act(on=Secret, uses=(Use(actions=("secretsmanager:PutResourcePolicy",)),)),
    where=~Secret.own_key,
    because=("Whoever writes the policy of a secret lets themselves read it."),
    fix=("Keep secretsmanager:PutResourcePolicy with those who manage secrets."),
    weight=0.6,
    reaches=[
        (*ann("secretsmanager:PutResourcePolicy"), kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
        (*ann("secretsmanager:*"), kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
    ],
    blocked=[
        (*ann(), kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
        (*ann("secretsmanager:GetResourcePolicy"), kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3"))),
        (
            *user("ann", allow("secretsmanager:PutResourcePolicy"), deny("secretsmanager:PutResourcePolicy")),
            kept(Secret, arn("secretsmanager", "secret:orders-a1b2c3")),
        ),
    ],
)
