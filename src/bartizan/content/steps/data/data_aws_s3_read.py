"""Read the objects of a bucket."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.steps.aws.scene import allow, deny, in_code, user
from bartizan.content.steps.data.scene import S3, ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-s3-read",
    title="Read the objects of a bucket",
    technique="T1530",
    actor=Identity,
    move=Act(on=Bucket, uses=(Use(actions=("s3:GetObject",), resource="{target}/*"),)),
    where=~Bucket.own_key,
    because=("Whoever may get the objects of a bucket has all that is in them."),
    fix=("Give the right to read only to those who need the data, for the single stores they need."),
    weight=0.5,
    reaches=[
        (*in_code(*ann("s3:GetObject")), kept(Bucket, S3)),
        (*in_code(*ann("s3:*")), kept(Bucket, S3)),
    ],
    blocked=[
        (*in_code(*ann()), kept(Bucket, S3)),
        (*in_code(*ann("s3:ListBucket")), kept(Bucket, S3)),
        (*in_code(*user("ann", allow("s3:GetObject"), deny("s3:GetObject"))), kept(Bucket, S3)),
        (*in_code(*ann("s3:GetObject", on="arn:aws:s3:::other/*")), kept(Bucket, S3)),
    ],
)
