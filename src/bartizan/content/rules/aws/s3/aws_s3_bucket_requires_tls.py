"""S3 buckets refuse requests without TLS."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-requires-tls",
    title="S3 buckets refuse requests without TLS",
    severity=Severity.MEDIUM,
    every=Bucket,
    must=Bucket.tls_only,
    because="S3 also answers over plain HTTP, where anyone on the way can read and change objects and signed requests.",
    fix="Add a statement to the bucket policy that denies Principal * all actions when aws:SecureTransport is false.",
    serves=("encryption-in-transit",),
    also=("CKV_AWS_379",),
    passes=[
        Bucket(tls_only=True),
    ],
    fails=[
        Bucket(tls_only=False),
    ],
)
