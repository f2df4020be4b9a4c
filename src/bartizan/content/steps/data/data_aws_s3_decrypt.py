"""Read the objects of a bucket with the key that encrypts them."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.steps.aws.scene import allow, deny, in_code, user
from bartizan.content.steps.data.scene import S3, ann, sealed
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-s3-decrypt",
    title="Read the objects of a bucket with the key that encrypts them",
    technique="T1530",
    actor=Identity,
    move=Act(
        on=Bucket,
        uses=(
            Use(actions=("s3:GetObject",), resource="{target}/*"),
            Use(actions=("kms:Decrypt",), along=((Bucket.key,),)),
        ),
    ),
    where=Bucket.own_key,
    because=("S3 decrypts objects for whoever may read them and may use their key too."),
    fix=("Let the key policy name the few who may decrypt, and give kms:Decrypt for single keys."),
    weight=0.5,
    reaches=[
        (*in_code(*ann("s3:GetObject", "kms:Decrypt")), *sealed(Bucket, S3, key="key")),
    ],
    blocked=[
        (*in_code(*ann("s3:GetObject")), *sealed(Bucket, S3, key="key")),
        (*in_code(*ann("kms:Decrypt")), *sealed(Bucket, S3, key="key")),
        (
            *in_code(*user("ann", allow("s3:GetObject", "kms:Decrypt"), deny("kms:Decrypt"))),
            *sealed(Bucket, S3, key="key"),
        ),
    ],
)
