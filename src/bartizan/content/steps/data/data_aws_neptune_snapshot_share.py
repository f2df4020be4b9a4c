"""Share a snapshot of a graph database with another account."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.neptune_cluster import Cluster
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-neptune-snapshot-share",
    title="Share a snapshot of a graph database with another account",
    technique="T1537",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(
            Use(actions=("rds:CreateDBClusterSnapshot",)),
            Use(
                actions=("rds:ModifyDBClusterSnapshotAttribute",),
                upon=Upon.NEW,
                resource="arn:{partition}:rds:{region}:{account}:cluster-snapshot:*",
            ),
        ),
    ),
    where=~Cluster.encrypted,
    because=("A snapshot that is shared with an account is restored there, with a password of its choosing."),
    fix=(
        "Encrypt clusters: only snapshots under a key of the customer can be shared then. Keep "
        "rds:ModifyDBClusterSnapshotAttribute with those who make backups."
    ),
    weight=0.6,
    reaches=[
        (
            *ann("rds:CreateDBClusterSnapshot", "rds:ModifyDBClusterSnapshotAttribute"),
            kept(Cluster, arn("rds", "cluster:orders"), encrypted=False),
        ),
        (*ann("rds:*"), kept(Cluster, arn("rds", "cluster:orders"), encrypted=False)),
    ],
    blocked=[
        (*ann(), kept(Cluster, arn("rds", "cluster:orders"), encrypted=False)),
        (*ann("rds:Describe*"), kept(Cluster, arn("rds", "cluster:orders"), encrypted=False)),
        (
            *user(
                "ann",
                allow("rds:CreateDBClusterSnapshot", "rds:ModifyDBClusterSnapshotAttribute"),
                deny("rds:CreateDBClusterSnapshot"),
            ),
            kept(Cluster, arn("rds", "cluster:orders"), encrypted=False),
        ),
        (*ann("rds:*"), kept(Cluster, arn("rds", "cluster:orders"), encrypted=True)),
    ],
)
