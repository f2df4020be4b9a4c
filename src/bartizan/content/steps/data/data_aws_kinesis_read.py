"""Read the records of a stream."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.kinesis_stream import Stream
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-kinesis-read",
    title="Read the records of a stream",
    technique="T1530",
    actor=Identity,
    move=Act(on=Stream, uses=(Use(actions=("kinesis:GetShardIterator", "kinesis:GetRecords")),)),
    where=~Stream.own_key,
    because=("Records are read from any point of time that is still kept."),
    fix=("Give the right to read only to those who need the data, for the single stores they need."),
    weight=0.5,
    reaches=[
        (*ann("kinesis:GetShardIterator", "kinesis:GetRecords"), kept(Stream, arn("kinesis", "stream/orders"))),
        (*ann("kinesis:*"), kept(Stream, arn("kinesis", "stream/orders"))),
    ],
    blocked=[
        (*ann(), kept(Stream, arn("kinesis", "stream/orders"))),
        (*ann("kinesis:PutRecord"), kept(Stream, arn("kinesis", "stream/orders"))),
        (
            *user("ann", allow("kinesis:GetShardIterator", "kinesis:GetRecords"), deny("kinesis:GetShardIterator")),
            kept(Stream, arn("kinesis", "stream/orders")),
        ),
    ],
)
