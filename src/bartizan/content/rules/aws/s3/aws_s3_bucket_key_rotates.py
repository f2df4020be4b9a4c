"""The customer keys of S3 buckets are rotated."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-s3-bucket-key-rotates",
    title="The customer keys of S3 buckets are rotated",
    severity=Severity.LOW,
    every=Bucket,
    where=Bucket.key.any(),
    must=Bucket.key.all(Key.rotates | ~Key.symmetric),
    because="A key that never changes is worth more to whoever steals it.",
    fix="Set enable_key_rotation (Terraform) or EnableKeyRotation (CloudFormation) on the key.",
    serves=("key-rotation",),
    passes=[(Bucket(key=frozenset({"k"})), Key("k", rotates=True))],
    fails=[(Bucket(key=frozenset({"k"})), Key("k", rotates=False, symmetric=True))],
)
