"""ElastiCache replication groups that are encrypted use a key of the customer."""

from bartizan.content.kinds.aws.elasticache_cache import Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-elasticache-group-encrypted-with-own-key",
    title="ElastiCache replication groups that are encrypted use a key of the customer",
    severity=Severity.LOW,
    every=Group,
    where=Group.encrypted,
    must=Group.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix="Set kms_key_id (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=("CKV_AWS_191",),
    passes=[Group(encrypted=True, own_key=True)],
    fails=[Group(encrypted=True, own_key=False)],
)
