"""Event data stores are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.cloudtrail_trail import EventStore
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-lake-encrypted-with-own-key",
    title="Event data stores are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=EventStore,
    must=EventStore.own_key,
    because="An own key is a second lock on the records of the account, with its own policy and log.",
    fix="Set kms_key_id (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys", "log-integrity"),
    also=("CKV_AWS_294",),
    passes=[
        EventStore(own_key=True),
    ],
    fails=[
        EventStore(own_key=False),
    ],
)
