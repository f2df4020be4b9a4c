"""Requests to the buckets of trails are logged."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-bucket-access-logged",
    title="Requests to the buckets of trails are logged",
    severity=Severity.LOW,
    every=Trail,
    must=Trail.bucket.all(Bucket.logged),
    because="Without a log nobody can tell who read or deleted the records of the account.",
    fix=(
        "Add aws_s3_bucket_logging (Terraform) or LoggingConfiguration (CloudFormation) to the bucket, with another "
        "bucket as target."
    ),
    serves=("log-integrity", "data-access-logging"),
    also=(
        "AVD-AWS-0163",
        "AWS-0163",
        "aws-cloudtrail-require-bucket-access-logging",
    ),
    passes=[
        (Trail(bucket=frozenset({"b"})), Bucket("b", logged=True)),
    ],
    fails=[
        (Trail(bucket=frozenset({"b"})), Bucket("b", logged=False)),
    ],
)
