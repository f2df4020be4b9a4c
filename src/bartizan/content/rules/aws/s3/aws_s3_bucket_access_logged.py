"""Requests to S3 buckets are logged."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-access-logged",
    title="Requests to S3 buckets are logged",
    severity=Severity.LOW,
    every=Bucket,
    where=~Bucket.receives_logs,
    must=Bucket.logged,
    because="Without a log nobody can tell afterwards which objects an intruder read.",
    fix="Add aws_s3_bucket_logging (Terraform) or LoggingConfiguration (CloudFormation) with another bucket as target.",
    serves=("data-access-logging",),
    also=(
        "CKV_AWS_18",
        "AVD-AWS-0089",
        "AWS-0089",
        "aws-s3-enable-logging",
    ),
    passes=[
        Bucket(receives_logs=False, logged=True),
    ],
    fails=[
        Bucket(receives_logs=False, logged=False),
    ],
)
