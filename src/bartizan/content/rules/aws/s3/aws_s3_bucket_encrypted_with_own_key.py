"""S3 buckets are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-encrypted-with-own-key",
    title="S3 buckets are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=Bucket,
    must=Bucket.own_key,
    because=(
        "With the key of S3 everyone who may read the bucket may decrypt; an own key is a second lock, with its own "
        "policy and log."
    ),
    fix=(
        "Set sse_algorithm to aws:kms and kms_master_key_id (Terraform), or SSEAlgorithm and KMSMasterKeyID "
        "(CloudFormation), in the encryption of the bucket."
    ),
    serves=("encryption-at-rest", "customer-managed-keys"),
    also=(
        "CKV_AWS_145",
        "CKV_AWS_19",
        "AVD-AWS-0132",
        "AVD-AWS-0088",
        "AWS-0132",
        "aws-s3-encryption-customer-key",
        "AWS-0088",
        "aws-s3-enable-bucket-encryption",
    ),
    passes=[
        Bucket(own_key=True),
    ],
    fails=[
        Bucket(own_key=False),
    ],
)
