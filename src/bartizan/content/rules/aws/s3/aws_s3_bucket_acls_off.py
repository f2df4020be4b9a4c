"""ACLs of S3 buckets are off."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-acls-off",
    title="ACLs of S3 buckets are off",
    severity=Severity.LOW,
    every=Bucket,
    must=Bucket.acls_off,
    because="While ACLs count, whoever uploads an object can own it and open it past the bucket policy.",
    fix=(
        "Set object_ownership of aws_s3_bucket_ownership_controls (Terraform) or ObjectOwnership (CloudFormation) to "
        "BucketOwnerEnforced."
    ),
    serves=("least-privilege", "configuration-baseline"),
    also=("CKV2_AWS_65",),
    passes=[
        Bucket(acls_off=True),
    ],
    fails=[
        Bucket(acls_off=False),
    ],
)
