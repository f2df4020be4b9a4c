"""Versions in S3 buckets are deleted with a second factor only."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-mfa-delete",
    title="Versions in S3 buckets are deleted with a second factor only",
    severity=Severity.LOW,
    every=Bucket,
    must=Bucket.mfa_delete,
    because="Otherwise one stolen administrator key is enough to delete all versions for good.",
    fix="Set mfa_delete of versioning_configuration to Enabled; the root user has to make the call.",
    serves=("deletion-protection", "mfa"),
    also=(
        "AVD-AWS-0170",
        "AWS-0170",
        "aws-s3-require-mfa-delete",
    ),
    passes=[
        Bucket(mfa_delete=True),
    ],
    fails=[
        Bucket(mfa_delete=False),
    ],
)
