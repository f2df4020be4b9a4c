"""Rewrite the policy of a bucket to read it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.steps.aws.scene import allow, deny, in_code, user
from bartizan.content.steps.data.scene import S3, ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-s3-policy-rewrite",
    title="Rewrite the policy of a bucket to read it",
    technique="T1222",
    actor=Identity,
    move=Act(on=Bucket, uses=(Use(actions=("s3:PutBucketPolicy",)),)),
    where=~Bucket.own_key,
    because=("Whoever writes the policy of a bucket lets themselves, or an account of their own, read all of it."),
    fix=("Keep s3:PutBucketPolicy with those who manage storage; deny it to others by a service control policy."),
    weight=0.6,
    reaches=[
        (*in_code(*ann("s3:PutBucketPolicy")), kept(Bucket, S3)),
        (*in_code(*ann("s3:*")), kept(Bucket, S3)),
    ],
    blocked=[
        (*in_code(*ann()), kept(Bucket, S3)),
        (*in_code(*ann("s3:PutObject")), kept(Bucket, S3)),
        (*in_code(*user("ann", allow("s3:PutBucketPolicy"), deny("s3:PutBucketPolicy"))), kept(Bucket, S3)),
    ],
)
