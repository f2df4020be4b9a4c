"""DAX clusters are encrypted at rest."""

from bartizan.content.kinds.aws.dax_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dax-cluster-encrypted",
    title="DAX clusters are encrypted at rest",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.encrypted,
    because="A cache keeps copies of items on its disks; whoever gets at those reads them as they are.",
    fix="Set server_side_encryption.enabled (Terraform) or SSESpecification.SSEEnabled (CloudFormation) to true.",
    serves=("encryption-at-rest",),
    also=("CKV_AWS_47", "AWS-0023", "AVD-AWS-0023", "aws-dynamodb-enable-at-rest-encryption"),
    passes=[Cluster(encrypted=True)],
    fails=[Cluster(encrypted=False)],
)
