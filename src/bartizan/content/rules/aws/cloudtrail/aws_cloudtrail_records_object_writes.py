"""Trails record writes of objects in all buckets."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-records-object-writes",
    title="Trails record writes of objects in all buckets",
    severity=Severity.LOW,
    every=Trail,
    must=Trail.object_writes,
    because="Otherwise nobody can tell afterwards which objects an intruder changed or deleted.",
    fix=(
        "Add an event selector for AWS::S3::Object with read_write_type All or WriteOnly and the value arn:aws:s3, or "
        "the same as an advanced selector."
    ),
    serves=("data-access-logging",),
    also=(
        "AVD-AWS-0171",
        "AWS-0171",
        "aws-s3-enable-object-write-logging",
    ),
    passes=[
        Trail(object_writes=True),
    ],
    fails=[
        Trail(object_writes=False),
    ],
)
