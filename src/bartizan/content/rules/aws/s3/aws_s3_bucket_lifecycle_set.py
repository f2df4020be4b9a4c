"""S3 buckets move or delete what is old."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-lifecycle-set",
    title="S3 buckets move or delete what is old",
    severity=Severity.LOW,
    every=Bucket,
    must=Bucket.tidied,
    because="Data that is kept without an end costs money and is there to be stolen long after its purpose is over.",
    fix=(
        "Add aws_s3_bucket_lifecycle_configuration (Terraform) or LifecycleConfiguration (CloudFormation) with an "
        "enabled rule."
    ),
    serves=("data-retention",),
    also=("CKV2_AWS_61",),
    passes=[
        Bucket(tidied=True),
    ],
    fails=[
        Bucket(tidied=False),
    ],
)
