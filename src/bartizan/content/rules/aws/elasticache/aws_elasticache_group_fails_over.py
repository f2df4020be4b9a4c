"""ElastiCache replication groups fail over to another zone."""

from bartizan.content.kinds.aws.elasticache_cache import Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elasticache-group-fails-over",
    title="ElastiCache replication groups fail over to another zone",
    severity=Severity.LOW,
    every=Group,
    must=Group.fails_over & Group.multi_zone,
    because="When the primary server or its zone fails, the cache is gone until somebody acts.",
    fix=(
        "Set automatic_failover_enabled and multi_az_enabled (Terraform), or AutomaticFailoverEnabled and "
        "MultiAZEnabled (CloudFormation) to true."
    ),
    serves=("high-availability",),
    also=("CKV2_AWS_50",),
    passes=[Group(fails_over=True, multi_zone=True)],
    fails=[Group(fails_over=False, multi_zone=False), Group(fails_over=True, multi_zone=False)],
)
