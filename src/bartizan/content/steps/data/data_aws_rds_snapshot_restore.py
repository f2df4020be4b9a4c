"""Restore a snapshot of a database and set a password."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-rds-snapshot-restore",
    title="Restore a snapshot of a database and set a password",
    technique="T1578.001",
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(
            Use(actions=("rds:CreateDBSnapshot",)),
            Use(
                actions=("rds:RestoreDBInstanceFromDBSnapshot", "rds:ModifyDBInstance"),
                upon=Upon.NEW,
                resource="arn:{partition}:rds:{region}:{account}:db:*",
            ),
        ),
    ),
    where=~Instance.own_key,
    because=(
        "A copy of the database has all its data, and whoever made it sets the password and where it can be "
        "reached from."
    ),
    fix=("Keep rds:RestoreDBInstanceFromDBSnapshot with those who make backups."),
    weight=1.0,
    reaches=[
        (
            *ann("rds:CreateDBSnapshot", "rds:RestoreDBInstanceFromDBSnapshot", "rds:ModifyDBInstance"),
            kept(Instance, arn("rds", "db:orders")),
        ),
        (*ann("rds:*"), kept(Instance, arn("rds", "db:orders"))),
    ],
    blocked=[
        (*ann(), kept(Instance, arn("rds", "db:orders"))),
        (*ann("rds:Describe*"), kept(Instance, arn("rds", "db:orders"))),
        (
            *user(
                "ann",
                allow("rds:CreateDBSnapshot", "rds:RestoreDBInstanceFromDBSnapshot", "rds:ModifyDBInstance"),
                deny("rds:CreateDBSnapshot"),
            ),
            kept(Instance, arn("rds", "db:orders")),
        ),
    ],
)
