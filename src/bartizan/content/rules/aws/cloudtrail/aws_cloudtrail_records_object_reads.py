"""Trails record reads of objects in all buckets."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-records-object-reads",
    title="Trails record reads of objects in all buckets",
    severity=Severity.LOW,
    every=Trail,
    must=Trail.object_reads,
    because="Otherwise nobody can tell afterwards which objects an intruder read, and whom to inform.",
    fix=(
        "Add an event selector for AWS::S3::Object with read_write_type All or ReadOnly and the value arn:aws:s3, or "
        "the same as an advanced selector."
    ),
    serves=("data-access-logging",),
    also=(
        "AVD-AWS-0172",
        "AWS-0172",
        "aws-s3-enable-object-read-logging",
    ),
    passes=[
        Trail(object_reads=True),
    ],
    fails=[
        Trail(object_reads=False),
    ],
)
