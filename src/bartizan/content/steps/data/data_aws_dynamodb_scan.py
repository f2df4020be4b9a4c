"""Read all items of a table."""

from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-dynamodb-scan",
    title="Read all items of a table",
    technique="T1530",
    actor=Identity,
    move=Act(on=Table, uses=(Use(actions=("dynamodb:Scan",)),)),
    where=~Table.own_key,
    because=("A scan reads every item of the table."),
    fix=("Give the right to read only to those who need the data, for the single stores they need."),
    weight=0.5,
    reaches=[
        (*ann("dynamodb:Scan"), kept(Table, arn("dynamodb", "table/orders"))),
        (*ann("dynamodb:*"), kept(Table, arn("dynamodb", "table/orders"))),
    ],
    blocked=[
        (*ann(), kept(Table, arn("dynamodb", "table/orders"))),
        (*ann("dynamodb:DescribeTable"), kept(Table, arn("dynamodb", "table/orders"))),
        (*user("ann", allow("dynamodb:Scan"), deny("dynamodb:Scan")), kept(Table, arn("dynamodb", "table/orders"))),
    ],
)
