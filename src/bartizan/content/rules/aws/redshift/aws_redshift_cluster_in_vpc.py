"""Redshift clusters are placed in chosen subnets."""

from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-cluster-in-vpc",
    title="Redshift clusters are placed in chosen subnets",
    severity=Severity.MEDIUM,
    every=Cluster,
    must=Cluster.in_vpc,
    because="Without a subnet group the cluster lands in the default network, whose subnets are public.",
    fix=(
        "Set cluster_subnet_group_name (Terraform) or ClusterSubnetGroupName (CloudFormation) to a subnet group "
        "of private subnets."
    ),
    serves=("network-segmentation",),
    also=("CKV_AWS_154", "AWS-0127", "AVD-AWS-0127", "aws-redshift-use-vpc"),
    passes=[Cluster(in_vpc=True)],
    fails=[Cluster(in_vpc=False)],
)
