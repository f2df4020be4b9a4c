"""S3 buckets are not open to everyone."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-not-public",
    title="S3 buckets are not open to everyone",
    severity=Severity.CRITICAL,
    every=Bucket,
    must=(Bucket.ignores_public_acls | ~Bucket.open_by_acl) & (Bucket.restricts_public_policy | ~Bucket.open_by_policy),
    because="Whoever learns the name of an open bucket can read what is in it, and sometimes write.",
    fix=(
        "Remove the public ACL or the policy statement for everyone, and set all four settings of the public access "
        "block."
    ),
    serves=("no-public-data", "least-privilege"),
    also=(
        "CKV_AWS_20",
        "CKV_AWS_57",
        "CKV_AWS_70",
        "AVD-AWS-0092",
        "AWS-0092",
        "aws-s3-no-public-access-with-acl",
    ),
    passes=[
        Bucket(ignores_public_acls=True, restricts_public_policy=True),
        Bucket(ignores_public_acls=False, restricts_public_policy=False, open_by_acl=False, open_by_policy=False),
    ],
    fails=[
        Bucket(ignores_public_acls=True, restricts_public_policy=False, open_by_policy=True),
        Bucket(ignores_public_acls=False, open_by_acl=True),
    ],
)
