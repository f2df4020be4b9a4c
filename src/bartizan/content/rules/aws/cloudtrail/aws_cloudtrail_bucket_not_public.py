"""Buckets of trails are not open to everyone."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-bucket-not-public",
    title="Buckets of trails are not open to everyone",
    severity=Severity.CRITICAL,
    every=Trail,
    must=Trail.bucket.all(
        (Bucket.ignores_public_acls | ~Bucket.open_by_acl) & (Bucket.restricts_public_policy | ~Bucket.open_by_policy)
    ),
    because="The files tell strangers every identity, resource and habit of the account.",
    fix=(
        "Remove the public ACL or policy statement of the bucket, and set all four settings of its public access block."
    ),
    serves=("log-integrity", "no-public-data"),
    also=(
        "AVD-AWS-0161",
        "AWS-0161",
        "aws-cloudtrail-no-public-log-access",
    ),
    passes=[
        (Trail(bucket=frozenset({"b"})), Bucket("b", open_by_acl=False, open_by_policy=False)),
    ],
    fails=[
        (Trail(bucket=frozenset({"b"})), Bucket("b", open_by_acl=True, ignores_public_acls=False)),
    ],
)
