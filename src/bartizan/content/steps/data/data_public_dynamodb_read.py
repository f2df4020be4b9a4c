"""Read a table whose policy lets everyone in."""

from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.data.scene import INTERNET, kept, opened
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-dynamodb-read",
    title="Read a table whose policy lets everyone in",
    technique="T1530",
    actor=Internet,
    move=Act(on=Table, uses=(Use(actions=("dynamodb:Scan",)),)),
    where=~Table.own_key,
    because=("Any account of AWS reads the whole table."),
    fix=("Take the wildcard out of the policy, and name who may read."),
    weight=0.1,
    reaches=[
        (INTERNET, kept(Table, arn("dynamodb", "table/orders"), policy=opened("dynamodb:Scan"))),
        (INTERNET, kept(Table, arn("dynamodb", "table/orders"), policy=opened("dynamodb:*"))),
    ],
    blocked=[
        (INTERNET, kept(Table, arn("dynamodb", "table/orders"))),
        (
            INTERNET,
            kept(
                Table,
                arn("dynamodb", "table/orders"),
                policy=opened("dynamodb:Scan", to="arn:aws:iam::111122223333:root"),
            ),
        ),
        (INTERNET, kept(Table, arn("dynamodb", "table/orders"), policy=opened("dynamodb:List*"))),
        (
            INTERNET,
            kept(
                Table,
                arn("dynamodb", "table/orders"),
                policy=opened("dynamodb:Scan", when={"StringEquals": {"aws:PrincipalAccount": "111122223333"}}),
            ),
        ),
    ],
)
