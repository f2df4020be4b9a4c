"""Rewrite the policy of a bucket."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.steps.aws.scene import allow, deny, in_code, role, user
from bartizan.core.step import Act, Gain, Step, Use

ORDERS = Bucket("orders", name="orders", policy=None, restricts_public_policy=False)

STEP = Step(
    id="aws-s3-bucket-policy-rewrite",
    title="Rewrite the policy of a bucket",
    technique="T1098",
    actor=Identity,
    move=Act(
        on=Bucket,
        uses=(Use(actions=("s3:PutBucketPolicy",)),),
        gains=Gain.TARGET,
    ),
    because=(
        "A bucket policy can give any identity of the account everything in the bucket, whatever that "
        "identity's own policies leave out."
    ),
    fix=(
        "Give s3:PutBucketPolicy to the few who manage buckets, and deny with a guardrail what policies "
        "of buckets must never say."
    ),
    reaches=[
        in_code(*user("ann", allow("s3:PutBucketPolicy", on="arn:aws:s3:::orders")), ORDERS),
        in_code(*role("ci", allow("s3:Put*")), ORDERS),
    ],
    blocked=[
        in_code(*user("ann", allow("s3:PutBucketPolicy", on="arn:aws:s3:::other")), ORDERS),
        in_code(*user("ann", allow("s3:*"), deny("s3:PutBucketPolicy")), ORDERS),
        in_code(*user("ann", allow("s3:PutObject")), ORDERS),
    ],
)
