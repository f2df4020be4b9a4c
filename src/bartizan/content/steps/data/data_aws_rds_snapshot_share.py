"""Share a snapshot of a database with another account."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-rds-snapshot-share",
    title="Share a snapshot of a database with another account",
    technique="T1537",
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(
            Use(actions=("rds:CreateDBSnapshot",)),
            Use(
                actions=("rds:ModifyDBSnapshotAttribute",),
                upon=Upon.NEW,
                resource="arn:{partition}:rds:{region}:{account}:snapshot:*",
            ),
        ),
    ),
    where=~Instance.encrypted,
    because=("A snapshot that is shared with an account is restored there, with a password of its choosing."),
    fix=(
        "Encrypt databases: only snapshots under a key of the customer can be shared then. Keep "
        "rds:ModifyDBSnapshotAttribute with those who make backups."
    ),
    weight=0.6,
    reaches=[
        (
            *ann("rds:CreateDBSnapshot", "rds:ModifyDBSnapshotAttribute"),
            kept(Instance, arn("rds", "db:orders"), encrypted=False),
        ),
        (*ann("rds:*"), kept(Instance, arn("rds", "db:orders"), encrypted=False)),
    ],
    blocked=[
        (*ann(), kept(Instance, arn("rds", "db:orders"), encrypted=False)),
        (*ann("rds:Describe*"), kept(Instance, arn("rds", "db:orders"), encrypted=False)),
        (
            *user("ann", allow("rds:CreateDBSnapshot", "rds:ModifyDBSnapshotAttribute"), deny("rds:CreateDBSnapshot")),
            kept(Instance, arn("rds", "db:orders"), encrypted=False),
        ),
        (*ann("rds:*"), kept(Instance, arn("rds", "db:orders"), encrypted=True)),
    ],
)
