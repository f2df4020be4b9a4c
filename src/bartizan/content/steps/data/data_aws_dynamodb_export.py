"""Export a table to a bucket."""

from bartizan.content.kinds.aws.dynamodb_table import Table
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-dynamodb-export",
    title="Export a table to a bucket",
    technique="T1537",
    actor=Identity,
    move=Act(on=Table, uses=(Use(actions=("dynamodb:ExportTableToPointInTime",)),)),
    where=~Table.own_key & Table.recoverable,
    because=(
        "An export writes the table as it was at any second of the last weeks to a bucket, also of another account."
    ),
    fix=("Keep dynamodb:ExportTableToPointInTime with those who make backups."),
    weight=0.7,
    reaches=[
        (*ann("dynamodb:ExportTableToPointInTime"), kept(Table, arn("dynamodb", "table/orders"), recoverable=True)),
        (*ann("dynamodb:*"), kept(Table, arn("dynamodb", "table/orders"), recoverable=True)),
    ],
    blocked=[
        (*ann(), kept(Table, arn("dynamodb", "table/orders"), recoverable=True)),
        (*ann("dynamodb:ListExports"), kept(Table, arn("dynamodb", "table/orders"), recoverable=True)),
        (
            *user("ann", allow("dynamodb:ExportTableToPointInTime"), deny("dynamodb:ExportTableToPointInTime")),
            kept(Table, arn("dynamodb", "table/orders"), recoverable=True),
        ),
        (*ann("dynamodb:ExportTableToPointInTime"), kept(Table, arn("dynamodb", "table/orders"), recoverable=False)),
    ],
)
