"""Rewrite the policy of a table to read it."""

from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-dynamodb-policy-rewrite",
    title="Rewrite the policy of a table to read it",
    technique="T1222",
    actor=Identity,
    move=Act(on=Table, uses=(Use(actions=("dynamodb:PutResourcePolicy",)),)),
    where=~Table.own_key,
    because=("Whoever writes the policy of a table lets themselves, or an account of their own, read all of it."),
    fix=("Keep dynamodb:PutResourcePolicy with those who manage tables."),
    weight=0.6,
    reaches=[
        (*ann("dynamodb:PutResourcePolicy"), kept(Table, arn("dynamodb", "table/orders"))),
        (*ann("dynamodb:*"), kept(Table, arn("dynamodb", "table/orders"))),
    ],
    blocked=[
        (*ann(), kept(Table, arn("dynamodb", "table/orders"))),
        (*ann("dynamodb:GetResourcePolicy"), kept(Table, arn("dynamodb", "table/orders"))),
        (
            *user("ann", allow("dynamodb:PutResourcePolicy"), deny("dynamodb:PutResourcePolicy")),
            kept(Table, arn("dynamodb", "table/orders")),
        ),
    ],
)
