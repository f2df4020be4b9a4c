"""Caches are placed in chosen subnets."""

from bartizan.content.kinds.aws.elasticache_cache import Cache, Cluster, Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elasticache-cluster-own-subnets",
    title="Caches are placed in chosen subnets",
    severity=Severity.LOW,
    every=Cache,
    must=Cache.own_subnets,
    because="The default subnets are public ones, shared with everything that nobody placed.",
    fix=(
        "Set subnet_group_name (Terraform) or CacheSubnetGroupName (CloudFormation) to a subnet group of private "
        "subnets."
    ),
    serves=("network-segmentation", "no-default-accounts"),
    also=("CKV_AWS_323",),
    passes=[Group(own_subnets=True)],
    fails=[Cluster(own_subnets=False)],
)
