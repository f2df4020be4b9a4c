"""Global RDS clusters are encrypted at rest."""

from bartizan.content.kinds.aws.rds_cluster import GlobalCluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-global-cluster-encrypted",
    title="Global RDS clusters are encrypted at rest",
    severity=Severity.HIGH,
    every=GlobalCluster,
    must=GlobalCluster.encrypted,
    because=(
        "The clusters of every region that join an unencrypted global cluster keep the data as it is, and so do "
        "their snapshots."
    ),
    fix="Set storage_encrypted (Terraform) or StorageEncrypted (CloudFormation) to true.",
    serves=("encryption-at-rest",),
    also=("CKV_AWS_140",),
    passes=[GlobalCluster(encrypted=True)],
    fails=[GlobalCluster(encrypted=False)],
)
