"""Encrypted Kinesis streams use a key of the customer."""

from bartizan.content.kinds.aws.kinesis_stream import Stream
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-kinesis-stream-encrypted-with-own-key",
    title="Encrypted Kinesis streams use a key of the customer",
    severity=Severity.LOW,
    every=Stream,
    where=Stream.encrypted,
    must=Stream.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix="Set kms_key_id (Terraform) or StreamEncryption.KeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=("CKV_AWS_185",),
    passes=[Stream(encrypted=True, own_key=True)],
    fails=[Stream(encrypted=True, own_key=False)],
)
