"""Rewrite the policy of a bucket that everyone may change."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.data.scene import INTERNET, S3, kept, opened
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="stranger-aws-bucket-write",
    title="Rewrite the policy of a bucket that everyone may change",
    technique="T1222",
    actor=Internet,
    move=Act(on=Bucket, uses=(Use(actions=("s3:PutBucketPolicy",)),)),
    where=~Bucket.restricts_public_policy,
    because=("Whoever writes the policy of a bucket takes it over."),
    fix=("Block public access for the bucket and name who may change it."),
    weight=0.2,
    reaches=[
        (INTERNET, kept(Bucket, S3, policy=opened("s3:*"))),
    ],
    blocked=[
        (INTERNET, kept(Bucket, S3, policy=opened("s3:GetObject"))),
        (INTERNET, kept(Bucket, S3, policy=opened("s3:*"), restricts_public_policy=True)),
    ],
)
