"""Export a snapshot of a database to a bucket."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-rds-export",
    title="Export a snapshot of a database to a bucket",
    technique="T1537",
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(
            Use(actions=("rds:CreateDBSnapshot",)),
            Use(actions=("rds:StartExportTask",), upon=Upon.NEW),
            Use(actions=("iam:PassRole",), upon=Upon.NEW, given={"iam:passedtoservice": "export.rds.amazonaws.com"}),
        ),
    ),
    where=~Instance.own_key,
    because=("An export writes the tables of a snapshot as files to a bucket, by a role that is passed."),
    fix=("Keep rds:StartExportTask with those who make backups."),
    weight=1.0,
    reaches=[
        (*ann("rds:CreateDBSnapshot", "rds:StartExportTask", "iam:PassRole"), kept(Instance, arn("rds", "db:orders"))),
        (*ann("rds:*", "iam:PassRole"), kept(Instance, arn("rds", "db:orders"))),
    ],
    blocked=[
        (*ann(), kept(Instance, arn("rds", "db:orders"))),
        (*ann("rds:Describe*"), kept(Instance, arn("rds", "db:orders"))),
        (
            *user(
                "ann",
                allow("rds:CreateDBSnapshot", "rds:StartExportTask", "iam:PassRole"),
                deny("rds:CreateDBSnapshot"),
            ),
            kept(Instance, arn("rds", "db:orders")),
        ),
    ],
)
