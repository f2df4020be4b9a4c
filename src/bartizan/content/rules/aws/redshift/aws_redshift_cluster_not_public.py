"""Redshift clusters are not publicly accessible."""

from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-cluster-not-public",
    title="Redshift clusters are not publicly accessible",
    severity=Severity.HIGH,
    every=Cluster,
    must=~Cluster.publicly_accessible,
    because=(
        "A data warehouse with a public address is one security group rule away from every password guesser on "
        "the Internet."
    ),
    fix="Set publicly_accessible (Terraform) or PubliclyAccessible (CloudFormation) to false.",
    serves=("no-public-data",),
    also=("CKV_AWS_87",),
    passes=[Cluster(publicly_accessible=False)],
    fails=[Cluster(publicly_accessible=True)],
)
