"""Encrypted Firehose streams use a key of the customer."""

from bartizan.content.kinds.aws.firehose_stream import Stream
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-firehose-stream-encrypted-with-own-key",
    title="Encrypted Firehose streams use a key of the customer",
    severity=Severity.LOW,
    every=Stream,
    where=Stream.direct & Stream.encrypted,
    must=Stream.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix=(
        "Set key_type to CUSTOMER_MANAGED_CMK and key_arn in server_side_encryption (Terraform), or KeyType and "
        "KeyARN in DeliveryStreamEncryptionConfigurationInput (CloudFormation)."
    ),
    serves=("customer-managed-keys",),
    also=("CKV_AWS_241",),
    passes=[Stream(direct=True, encrypted=True, own_key=True)],
    fails=[Stream(direct=True, encrypted=True, own_key=False)],
)
