"""ElastiCache replication groups ask who connects."""

from bartizan.content.kinds.aws.elasticache_cache import Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elasticache-group-authenticates",
    title="ElastiCache replication groups ask who connects",
    severity=Severity.MEDIUM,
    every=Group,
    must=Group.authenticates,
    because="Everyone who reaches the port reads and changes all that is cached: sessions, tokens, personal data.",
    fix="Set auth_token or user_group_ids (Terraform), or AuthToken or UserGroupIds (CloudFormation).",
    serves=("api-authentication", "strong-authentication"),
    also=("CKV_AWS_31",),
    passes=[Group(authenticates=True)],
    fails=[Group(authenticates=False)],
)
