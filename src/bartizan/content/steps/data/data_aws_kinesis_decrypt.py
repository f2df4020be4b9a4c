"""Read the records of a stream with the key that encrypts them."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.kinesis_stream import Stream
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import KEY, ann, sealed
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-kinesis-decrypt",
    title="Read the records of a stream with the key that encrypts them",
    technique="T1530",
    actor=Identity,
    move=Act(
        on=Stream,
        uses=(
            Use(actions=("kinesis:GetShardIterator", "kinesis:GetRecords")),
            Use(actions=("kms:Decrypt",), along=((Stream.key,),)),
        ),
    ),
    where=Stream.own_key,
    because=("Kinesis decrypts records for whoever may read them and may use their key."),
    fix=("Let the key policy name the few who may decrypt, and give kms:Decrypt for single keys."),
    weight=0.5,
    reaches=[
        (
            *ann("kinesis:GetShardIterator", "kinesis:GetRecords", "kms:Decrypt"),
            *sealed(Stream, arn("kinesis", "stream/orders")),
        ),
    ],
    blocked=[
        (*ann("kinesis:GetShardIterator", "kinesis:GetRecords"), *sealed(Stream, arn("kinesis", "stream/orders"))),
        (*ann("kms:Decrypt"), *sealed(Stream, arn("kinesis", "stream/orders"))),
        (
            *user(
                "ann",
                allow("kinesis:GetShardIterator", "kinesis:GetRecords", "kms:Decrypt"),
                deny("kms:Decrypt", on=KEY),
            ),
            *sealed(Stream, arn("kinesis", "stream/orders")),
        ),
    ],
)
