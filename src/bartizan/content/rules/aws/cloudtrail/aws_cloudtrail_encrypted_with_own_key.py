"""Trail files are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-encrypted-with-own-key",
    title="Trail files are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=Trail,
    must=Trail.own_key,
    because="With the key of S3 everyone who may read the bucket may read who did what and when in the account.",
    fix="Set kms_key_id (Terraform) or KMSKeyId (CloudFormation) to a customer-managed key.",
    serves=("log-integrity", "customer-managed-keys"),
    also=(
        "CKV_AWS_35",
        "AVD-AWS-0015",
        "AWS-0015",
        "aws-cloudtrail-encryption-customer-managed-key",
    ),
    passes=[
        Trail(own_key=True),
    ],
    fails=[
        Trail(own_key=False),
    ],
)
