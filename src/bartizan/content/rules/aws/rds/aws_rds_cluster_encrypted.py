"""RDS clusters are encrypted at rest."""

from bartizan.content.kinds.aws.rds_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-cluster-encrypted",
    title="RDS clusters are encrypted at rest",
    severity=Severity.HIGH,
    every=Cluster,
    must=Cluster.encrypted,
    because=(
        "Whoever gets at the disks, a snapshot or a backup reads the data as it is; and encryption cannot be "
        "switched on later without a copy."
    ),
    fix=(
        "Set storage_encrypted (Terraform) or StorageEncrypted (CloudFormation) to true; move existing data "
        "through an encrypted snapshot."
    ),
    serves=("encryption-at-rest",),
    also=("CKV_AWS_96", "AWS-0079", "AVD-AWS-0079", "aws-rds-encrypt-cluster-storage-data"),
    passes=[Cluster(encrypted=True)],
    fails=[Cluster(encrypted=False)],
)
