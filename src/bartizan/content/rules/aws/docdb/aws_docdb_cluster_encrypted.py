"""DocumentDB clusters are encrypted at rest."""

from bartizan.content.kinds.aws.docdb_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-docdb-cluster-encrypted",
    title="DocumentDB clusters are encrypted at rest",
    severity=Severity.HIGH,
    every=Cluster,
    must=Cluster.encrypted,
    because=(
        "Whoever gets at the disks, a snapshot or a backup reads the data as it is; and encryption cannot be "
        "switched on later without a copy."
    ),
    fix="Set storage_encrypted (Terraform) or StorageEncrypted (CloudFormation) to true.",
    serves=("encryption-at-rest",),
    also=("CKV_AWS_74", "AWS-0021", "AVD-AWS-0021", "aws-documentdb-enable-storage-encryption"),
    passes=[Cluster(encrypted=True)],
    fails=[Cluster(encrypted=False)],
)
