"""Bucket policies name the actions they allow."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-policy-no-wildcard-actions",
    title="Bucket policies name the actions they allow",
    severity=Severity.LOW,
    every=Bucket,
    must=~Bucket.wide_policy,
    because=(
        "A grant of s3:* lets the other side delete objects, change the policy and open the bucket to others, where "
        "reading was meant."
    ),
    fix="Replace s3:* and * in Action of the Allow statements of the bucket policy by the calls that are needed.",
    serves=("least-privilege", "cross-account-control"),
    passes=[
        Bucket(wide_policy=False),
    ],
    fails=[
        Bucket(wide_policy=True),
    ],
)
