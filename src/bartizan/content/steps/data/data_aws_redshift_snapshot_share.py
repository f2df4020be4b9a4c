"""Share a snapshot of a data warehouse with another account."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-redshift-snapshot-share",
    title="Share a snapshot of a data warehouse with another account",
    technique="T1537",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(
            Use(
                actions=("redshift:CreateClusterSnapshot",),
                resource="arn:{partition}:redshift:{region}:{account}:snapshot:*/*",
            ),
            Use(
                actions=("redshift:AuthorizeSnapshotAccess",),
                upon=Upon.NEW,
                resource="arn:{partition}:redshift:{region}:{account}:snapshot:*/*",
            ),
        ),
    ),
    where=~Cluster.own_key,
    because=("A snapshot that is shared with an account is restored there."),
    fix=("Keep redshift:AuthorizeSnapshotAccess with those who make backups."),
    weight=0.6,
    reaches=[
        (
            *ann("redshift:CreateClusterSnapshot", "redshift:AuthorizeSnapshotAccess"),
            kept(Cluster, arn("redshift", "cluster:orders")),
        ),
        (*ann("redshift:*"), kept(Cluster, arn("redshift", "cluster:orders"))),
    ],
    blocked=[
        (*ann(), kept(Cluster, arn("redshift", "cluster:orders"))),
        (*ann("redshift:Describe*"), kept(Cluster, arn("redshift", "cluster:orders"))),
        (
            *user(
                "ann",
                allow("redshift:CreateClusterSnapshot", "redshift:AuthorizeSnapshotAccess"),
                deny("redshift:CreateClusterSnapshot"),
            ),
            kept(Cluster, arn("redshift", "cluster:orders")),
        ),
    ],
)
