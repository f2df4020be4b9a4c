"""S3 buckets do not serve websites by themselves."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-no-website",
    title="S3 buckets do not serve websites by themselves",
    severity=Severity.MEDIUM,
    every=Bucket,
    must=~Bucket.website,
    because="The website address of S3 speaks plain HTTP only, and works only for objects that are open to everyone.",
    fix="Remove the website configuration, and serve the bucket through CloudFront with an origin access control.",
    serves=("no-public-data", "encryption-in-transit"),
    passes=[
        Bucket(website=False),
    ],
    fails=[
        Bucket(website=True),
    ],
)
