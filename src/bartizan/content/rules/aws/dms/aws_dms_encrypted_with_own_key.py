"""DMS replication instances are encrypted with a key of the customer."""

from bartizan.content.kinds.aws.dms_instance import ReplicationInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dms-encrypted-with-own-key",
    title="DMS replication instances are encrypted with a key of the customer",
    severity=Severity.LOW,
    every=ReplicationInstance,
    must=ReplicationInstance.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix="Set kms_key_arn (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=("CKV_AWS_212",),
    passes=[ReplicationInstance(own_key=True)],
    fails=[ReplicationInstance(own_key=False)],
)
