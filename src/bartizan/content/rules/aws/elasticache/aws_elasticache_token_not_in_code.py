"""The token of ElastiCache replication groups is not written in code."""

from bartizan.content.kinds.aws.elasticache_cache import Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elasticache-token-not-in-code",
    title="The token of ElastiCache replication groups is not written in code",
    severity=Severity.HIGH,
    every=Group,
    must=~Group.literal_token,
    because="Everyone who can read the code, its history, a plan or the state can connect as the owner.",
    fix=(
        "Take auth_token (Terraform) or AuthToken (CloudFormation) from Secrets Manager, or use user groups with "
        "IAM authentication."
    ),
    serves=("secrets-not-in-code",),
    passes=[Group(literal_token=False)],
    fails=[Group(literal_token=True)],
)
