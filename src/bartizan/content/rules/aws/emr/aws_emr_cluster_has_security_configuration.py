"""EMR clusters have a security configuration."""

from bartizan.content.kinds.aws.emr_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-emr-cluster-has-security-configuration",
    title="EMR clusters have a security configuration",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.secured,
    because="Without one nothing is encrypted by the cluster, and its nodes trust each other blindly.",
    fix=(
        "Set security_configuration (Terraform) or SecurityConfiguration (CloudFormation) to a configuration "
        "that encrypts."
    ),
    serves=("encryption-at-rest", "configuration-baseline"),
    also=("CKV2_AWS_55",),
    passes=[Cluster(secured=True)],
    fails=[Cluster(secured=False)],
)
