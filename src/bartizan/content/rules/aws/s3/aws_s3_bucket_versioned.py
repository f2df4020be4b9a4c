"""S3 buckets keep old versions of objects."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-versioned",
    title="S3 buckets keep old versions of objects",
    severity=Severity.MEDIUM,
    every=Bucket,
    must=Bucket.versioned,
    because="Without versions an object that was overwritten or deleted, by mistake or for ransom, is gone.",
    fix=(
        "Set versioning_configuration.status of aws_s3_bucket_versioning (Terraform) or "
        "VersioningConfiguration.Status (CloudFormation) to Enabled."
    ),
    serves=("versioning", "backup"),
    also=(
        "CKV_AWS_21",
        "AVD-AWS-0090",
        "AWS-0090",
        "aws-s3-enable-versioning",
    ),
    passes=[
        Bucket(versioned=True),
    ],
    fails=[
        Bucket(versioned=False),
    ],
)
