"""Read all items of a table with the key that encrypts it."""

from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import KEY, ann, sealed
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-dynamodb-scan-decrypt",
    title="Read all items of a table with the key that encrypts it",
    technique="T1530",
    actor=Identity,
    move=Act(
        on=Table,
        uses=(
            Use(actions=("dynamodb:Scan",)),
            Use(actions=("kms:Decrypt",), along=((Table.key,),)),
        ),
    ),
    where=Table.own_key,
    because=("DynamoDB decrypts items for whoever may read them and may use the key of the table."),
    fix=("Let the key policy name the few who may decrypt, and give kms:Decrypt for single keys."),
    weight=0.5,
    reaches=[
        (*ann("dynamodb:Scan", "kms:Decrypt"), *sealed(Table, arn("dynamodb", "table/orders"))),
    ],
    blocked=[
        (*ann("dynamodb:Scan"), *sealed(Table, arn("dynamodb", "table/orders"))),
        (*ann("kms:Decrypt"), *sealed(Table, arn("dynamodb", "table/orders"))),
        (
            *user("ann", allow("dynamodb:Scan", "kms:Decrypt"), deny("kms:Decrypt", on=KEY)),
            *sealed(Table, arn("dynamodb", "table/orders")),
        ),
    ],
)
