"""SNS topics that are encrypted use a key of their owner."""

from bartizan.content.kinds.aws.sns_topic import Topic
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sns-topic-encrypted-with-own-key",
    title="SNS topics that are encrypted use a key of their owner",
    severity=Severity.LOW,
    every=Topic,
    where=Topic.encrypted,
    must=Topic.own_key,
    because=(
        "The key of SNS cannot be used by other services and accounts that publish, and its policy cannot be changed."
    ),
    fix="Set kms_master_key_id (Terraform) or KmsMasterKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=(
        "AVD-AWS-0136",
        "AWS-0136",
        "aws-sns-topic-encryption-use-cmk",
    ),
    passes=[
        Topic(encrypted=True, own_key=True),
    ],
    fails=[
        Topic(encrypted=True, own_key=False),
    ],
)
