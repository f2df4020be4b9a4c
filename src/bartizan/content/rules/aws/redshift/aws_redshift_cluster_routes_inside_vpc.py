"""Redshift clusters load and unload data through the VPC."""

from bartizan.content.kinds.aws.redshift_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-redshift-cluster-routes-inside-vpc",
    title="Redshift clusters load and unload data through the VPC",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.routed,
    because="Data that is copied past the VPC passes no endpoint policy, no firewall and no flow log.",
    fix="Set enhanced_vpc_routing (Terraform) or EnhancedVpcRouting (CloudFormation) to true.",
    serves=("network-segmentation", "private-connectivity"),
    also=("CKV_AWS_321",),
    passes=[Cluster(routed=True)],
    fails=[Cluster(routed=False)],
)
