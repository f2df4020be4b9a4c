"""SNS topics are encrypted."""

from bartizan.content.kinds.aws.sns_topic import Topic
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sns-topic-encrypted",
    title="SNS topics are encrypted",
    severity=Severity.MEDIUM,
    every=Topic,
    must=Topic.encrypted,
    because="Messages lie on disks in the clear until they are delivered.",
    fix="Set kms_master_key_id (Terraform) or KmsMasterKeyId (CloudFormation).",
    serves=("encryption-at-rest",),
    also=(
        "CKV_AWS_26",
        "AVD-AWS-0095",
        "AWS-0095",
        "aws-sns-enable-topic-encryption",
    ),
    passes=[
        Topic(encrypted=True),
    ],
    fails=[
        Topic(encrypted=False),
    ],
)
