"""DocumentDB clusters keep backups for a week or more."""

from bartizan.content.kinds.aws.docdb_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-docdb-cluster-backed-up",
    title="DocumentDB clusters keep backups for a week or more",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.backup_days.at_least(7),
    because=(
        "What is deleted or encrypted by an attacker, or spoilt by a mistake found late, can be restored only as "
        "far back as the backups go."
    ),
    fix="Set backup_retention_period (Terraform) or BackupRetentionPeriod (CloudFormation) to 7 or more.",
    serves=("backup",),
    also=("CKV_AWS_360",),
    passes=[Cluster(backup_days=7)],
    fails=[Cluster(backup_days=1)],
)
