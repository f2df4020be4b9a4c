"""MSK clusters are not publicly accessible."""

from bartizan.content.kinds.aws.msk_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-msk-cluster-not-public",
    title="MSK clusters are not publicly accessible",
    severity=Severity.HIGH,
    every=Cluster,
    must=~Cluster.publicly_accessible,
    because="Brokers with public addresses can be tried by everyone on the Internet.",
    fix="Set public_access.type (Terraform) or PublicAccess.Type (CloudFormation) to DISABLED.",
    serves=("no-public-service",),
    also=("CKV_AWS_291",),
    passes=[Cluster(publicly_accessible=False)],
    fails=[Cluster(publicly_accessible=True)],
)
