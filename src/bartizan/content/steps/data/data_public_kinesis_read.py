"""Read a stream whose policy lets everyone in."""

from bartizan.content.kinds.aws.kinesis_stream import Stream
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.data.scene import INTERNET, kept, opened
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-kinesis-read",
    title="Read a stream whose policy lets everyone in",
    technique="T1530",
    actor=Internet,
    move=Act(on=Stream, uses=(Use(actions=("kinesis:GetShardIterator", "kinesis:GetRecords")),)),
    where=~Stream.own_key,
    because=("Any account of AWS reads the records of the stream."),
    fix=("Take the wildcard out of the policy, and name who may read."),
    weight=0.1,
    reaches=[
        (
            INTERNET,
            kept(
                Stream, arn("kinesis", "stream/orders"), policy=opened("kinesis:GetShardIterator", "kinesis:GetRecords")
            ),
        ),
        (INTERNET, kept(Stream, arn("kinesis", "stream/orders"), policy=opened("kinesis:*"))),
    ],
    blocked=[
        (INTERNET, kept(Stream, arn("kinesis", "stream/orders"))),
        (
            INTERNET,
            kept(
                Stream,
                arn("kinesis", "stream/orders"),
                policy=opened("kinesis:GetShardIterator", "kinesis:GetRecords", to="arn:aws:iam::111122223333:root"),
            ),
        ),
        (INTERNET, kept(Stream, arn("kinesis", "stream/orders"), policy=opened("kinesis:List*"))),
        (
            INTERNET,
            kept(
                Stream,
                arn("kinesis", "stream/orders"),
                policy=opened(
                    "kinesis:GetShardIterator",
                    "kinesis:GetRecords",
                    when={"StringEquals": {"aws:PrincipalAccount": "111122223333"}},
                ),
            ),
        ),
    ],
)
