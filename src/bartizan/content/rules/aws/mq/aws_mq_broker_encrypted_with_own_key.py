"""MQ brokers are encrypted with a key of the customer."""

from bartizan.content.kinds.aws.mq_broker import Broker
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-mq-broker-encrypted-with-own-key",
    title="MQ brokers are encrypted with a key of the customer",
    severity=Severity.LOW,
    every=Broker,
    must=Broker.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix=(
        "Set encryption_options.kms_key_id (Terraform) or EncryptionOptions.KmsKeyId (CloudFormation) to a "
        "customer-managed key."
    ),
    serves=("customer-managed-keys",),
    also=("CKV_AWS_209",),
    passes=[Broker(own_key=True)],
    fails=[Broker(own_key=False)],
)
