"""Query the items of a table."""

from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-dynamodb-query",
    title="Query the items of a table",
    technique="T1530",
    actor=Identity,
    move=Act(on=Table, uses=(Use(actions=("dynamodb:Query",)),)),
    where=~Table.own_key,
    because=("Queries read items by their keys, one partition after the other."),
    fix=("Give the right to read only to those who need the data, for the single stores they need."),
    weight=0.6,
    reaches=[
        (*ann("dynamodb:Query"), kept(Table, arn("dynamodb", "table/orders"))),
        (*ann("dynamodb:*"), kept(Table, arn("dynamodb", "table/orders"))),
    ],
    blocked=[
        (*ann(), kept(Table, arn("dynamodb", "table/orders"))),
        (*ann("dynamodb:DescribeTable"), kept(Table, arn("dynamodb", "table/orders"))),
        (*user("ann", allow("dynamodb:Query"), deny("dynamodb:Query")), kept(Table, arn("dynamodb", "table/orders"))),
    ],
)
