"""Have a bucket replicated to one of their own."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.steps.aws.scene import allow, deny, in_code, user
from bartizan.content.steps.data.scene import S3, ann, kept
from bartizan.core.step import Act, Step, Upon, Use

STEP = Step(
    id="data-aws-s3-replicate",
    title="Have a bucket replicated to one of their own",
    technique="T1537",
    actor=Identity,
    move=Act(
        on=Bucket,
        uses=(
            Use(actions=("s3:PutReplicationConfiguration",)),
            Use(actions=("iam:PassRole",), upon=Upon.NEW, given={"iam:passedtoservice": "s3.amazonaws.com"}),
        ),
    ),
    where=~Bucket.own_key,
    because=("Replication copies every new object to a bucket of the attacker, by a role that S3 takes."),
    fix=("Keep s3:PutReplicationConfiguration and iam:PassRole with those who manage storage."),
    weight=1.0,
    reaches=[
        (*in_code(*ann("s3:PutReplicationConfiguration", "iam:PassRole")), kept(Bucket, S3)),
        (*in_code(*ann("s3:*", "iam:PassRole")), kept(Bucket, S3)),
    ],
    blocked=[
        (*in_code(*ann()), kept(Bucket, S3)),
        (*in_code(*ann("s3:GetReplicationConfiguration")), kept(Bucket, S3)),
        (
            *in_code(
                *user(
                    "ann",
                    allow("s3:PutReplicationConfiguration", "iam:PassRole"),
                    deny("s3:PutReplicationConfiguration"),
                )
            ),
            kept(Bucket, S3),
        ),
    ],
)
