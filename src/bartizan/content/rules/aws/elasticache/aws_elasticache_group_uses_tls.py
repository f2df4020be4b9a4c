"""ElastiCache replication groups refuse connections without TLS."""

from bartizan.content.kinds.aws.elasticache_cache import Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elasticache-group-uses-tls",
    title="ElastiCache replication groups refuse connections without TLS",
    severity=Severity.HIGH,
    every=Group,
    must=Group.tls_only,
    because=(
        "Without it passwords and data cross the network in the clear, and whoever is on the way can read and "
        "change them."
    ),
    fix=(
        "Set transit_encryption_enabled (Terraform) or TransitEncryptionEnabled (CloudFormation) to true, and "
        "the mode, where one is set, to required."
    ),
    serves=("encryption-in-transit",),
    also=("CKV_AWS_30", "AWS-0051", "AVD-AWS-0051", "aws-elasticache-enable-in-transit-encryption"),
    passes=[Group(tls_only=True)],
    fails=[Group(tls_only=False)],
)
