"""Neptune clusters keep backups for a week or more."""

from bartizan.content.kinds.aws.neptune_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-neptune-cluster-backed-up",
    title="Neptune clusters keep backups for a week or more",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.backup_days.at_least(7),
    because=(
        "What is deleted or encrypted by an attacker, or spoilt by a mistake found late, can be restored only as "
        "far back as the backups go."
    ),
    fix="Set backup_retention_period (Terraform) or BackupRetentionPeriod (CloudFormation) to 7 or more.",
    serves=("backup",),
    also=("CKV_AWS_361",),
    passes=[Cluster(backup_days=7)],
    fails=[Cluster(backup_days=1)],
)
