"""Redshift clusters are encrypted at rest."""

from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-cluster-encrypted",
    title="Redshift clusters are encrypted at rest",
    severity=Severity.HIGH,
    every=Cluster,
    must=Cluster.encrypted,
    because="Whoever gets at the disks, a snapshot or a backup reads the data as it is.",
    fix="Set encrypted (Terraform) or Encrypted (CloudFormation) to true.",
    serves=("encryption-at-rest",),
    also=("CKV_AWS_64",),
    passes=[Cluster(encrypted=True)],
    fails=[Cluster(encrypted=False)],
)
