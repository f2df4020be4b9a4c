"""Restore a snapshot of a database cluster and set a password."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.rds_cluster import Cluster
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-rds-cluster-snapshot-restore",
    title="Restore a snapshot of a database cluster and set a password",
    technique="T1578.001",
    actor=Identity,
    move=Act(
        on=Cluster,
        uses=(
            Use(actions=("rds:CreateDBClusterSnapshot",)),
            Use(
                actions=("rds:RestoreDBClusterFromSnapshot", "rds:ModifyDBCluster"),
                upon=Upon.NEW,
                resource="arn:{partition}:rds:{region}:{account}:cluster:*",
            ),
        ),
    ),
    where=~Cluster.own_key,
    because=("A copy of the cluster has all its data, and whoever made it sets the password."),
    fix=("Keep rds:RestoreDBClusterFromSnapshot with those who make backups."),
    weight=1.0,
    reaches=[
        (
            *ann("rds:CreateDBClusterSnapshot", "rds:RestoreDBClusterFromSnapshot", "rds:ModifyDBCluster"),
            kept(Cluster, arn("rds", "cluster:orders")),
        ),
        (*ann("rds:*"), kept(Cluster, arn("rds", "cluster:orders"))),
    ],
    blocked=[
        (*ann(), kept(Cluster, arn("rds", "cluster:orders"))),
        (*ann("rds:Describe*"), kept(Cluster, arn("rds", "cluster:orders"))),
        (
            *user(
                "ann",
                allow("rds:CreateDBClusterSnapshot", "rds:RestoreDBClusterFromSnapshot", "rds:ModifyDBCluster"),
                deny("rds:CreateDBClusterSnapshot"),
            ),
            kept(Cluster, arn("rds", "cluster:orders")),
        ),
    ],
)
