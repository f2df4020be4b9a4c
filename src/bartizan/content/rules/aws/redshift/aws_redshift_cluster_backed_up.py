"""Redshift clusters keep snapshots for a week or more."""

from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-cluster-backed-up",
    title="Redshift clusters keep snapshots for a week or more",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.backup_days.at_least(7),
    because=(
        "What is deleted or encrypted by an attacker, or spoilt by a mistake found late, can be restored only as "
        "far back as the backups go."
    ),
    fix=(
        "Set automated_snapshot_retention_period (Terraform) or AutomatedSnapshotRetentionPeriod "
        "(CloudFormation) to 7 or more."
    ),
    serves=("backup",),
    also=("CKV_AWS_343",),
    passes=[Cluster(backup_days=7)],
    fails=[Cluster(backup_days=1)],
)
