"""CloudFront signs its requests to buckets."""

from bartizan.content.kinds.aws.cloudfront_distribution import Origin
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudfront-bucket-origin-closed",
    title="CloudFront signs its requests to buckets",
    severity=Severity.MEDIUM,
    every=Origin,
    where=Origin.from_bucket,
    must=Origin.signed,
    because=(
        "Without an identity of its own the distribution can only read a bucket that everyone can read: past "
        "the web ACL, the log and the rules of the distribution."
    ),
    fix=(
        "Set origin_access_control_id (OriginAccessControlId), and let the bucket policy allow the distribution only."
    ),
    serves=("no-public-data",),
    also=("CKV2_AWS_46",),
    passes=[Origin(from_bucket=True, signed=True)],
    fails=[Origin(from_bucket=True, signed=False)],
)
