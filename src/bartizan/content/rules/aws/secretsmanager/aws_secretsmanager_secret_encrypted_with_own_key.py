"""Secrets are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-secretsmanager-secret-encrypted-with-own-key",
    title="Secrets are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=Secret,
    must=Secret.own_key,
    because=(
        "The key of Secrets Manager opens to everyone who may read secrets, and cannot be shared with other accounts; "
        "an own key is a second lock."
    ),
    fix="Set kms_key_id (Terraform) or KmsKeyId (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=(
        "CKV_AWS_149",
        "AVD-AWS-0098",
        "AWS-0098",
        "aws-ssm-secret-use-customer-key",
    ),
    passes=[
        Secret(own_key=True),
    ],
    fails=[
        Secret(own_key=False),
    ],
)
