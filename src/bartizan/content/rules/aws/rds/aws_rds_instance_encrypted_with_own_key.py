"""RDS instances that are encrypted use a key of the customer."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-encrypted-with-own-key",
    title="RDS instances that are encrypted use a key of the customer",
    severity=Severity.LOW,
    every=Instance,
    where=~Instance.member & Instance.encrypted,
    must=Instance.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix="Set kms_key_id (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    passes=[Instance(member=False, encrypted=True, own_key=True)],
    fails=[Instance(member=False, encrypted=True, own_key=False)],
)
