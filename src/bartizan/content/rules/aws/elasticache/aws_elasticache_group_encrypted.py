"""ElastiCache replication groups are encrypted at rest."""

from bartizan.content.kinds.aws.elasticache_cache import Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elasticache-group-encrypted",
    title="ElastiCache replication groups are encrypted at rest",
    severity=Severity.MEDIUM,
    every=Group,
    must=Group.encrypted,
    because=(
        "What is swapped or synchronised to disk, and every snapshot, can be read as it is by whoever gets at it."
    ),
    fix="Set at_rest_encryption_enabled (Terraform) or AtRestEncryptionEnabled (CloudFormation) to true.",
    serves=("encryption-at-rest",),
    also=("CKV_AWS_29", "AWS-0045", "AVD-AWS-0045", "aws-elasticache-enable-at-rest-encryption"),
    passes=[Group(encrypted=True)],
    fails=[Group(encrypted=False)],
)
