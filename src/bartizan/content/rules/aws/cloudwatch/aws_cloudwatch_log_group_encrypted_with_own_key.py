"""Log groups are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.cloudwatch_log_group import LogGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudwatch-log-group-encrypted-with-own-key",
    title="Log groups are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=LogGroup,
    must=LogGroup.own_key,
    because=(
        "CloudWatch encrypts with its own key, which opens to everyone who may read the logs; an own key is a second "
        "lock, with its own policy and log."
    ),
    fix="Set kms_key_id (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=(
        "CKV_AWS_158",
        "AVD-AWS-0017",
        "AWS-0017",
        "aws-cloudwatch-log-group-customer-key",
    ),
    passes=[
        LogGroup(own_key=True),
    ],
    fails=[
        LogGroup(own_key=False),
    ],
)
