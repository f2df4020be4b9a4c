"""Scripts of other websites cannot write to S3 buckets."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-cors-limited",
    title="Scripts of other websites cannot write to S3 buckets",
    severity=Severity.MEDIUM,
    every=Bucket,
    must=~Bucket.writable_by_any_site,
    because=(
        "Any page that a signed-in person opens can then write or delete objects in that name, with the requests that "
        "the application signs."
    ),
    fix=(
        "List the origins that are meant in allowed_origins (Terraform) or AllowedOrigins (CloudFormation) of CORS "
        "rules with PUT, POST or DELETE."
    ),
    serves=("http-hardening",),
    passes=[
        Bucket(writable_by_any_site=False),
    ],
    fails=[
        Bucket(writable_by_any_site=True),
    ],
)
