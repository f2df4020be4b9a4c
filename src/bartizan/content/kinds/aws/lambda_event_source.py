"""Sources of events of AWS Lambda functions: queues and streams that a function is started by."""

from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.core.kind import Asset, Flag, Link
from bartizan.core.source import Block, Shown, Source


class EventSource(Asset, kind="aws.lambda.event-source"):
    """Hands the messages of a queue or a stream to a function."""

    function = Link(Function, "The function that is started.")
    feed = Link(Asset, "The queue or stream whose messages it gets.")
    enabled = Flag("It is switched on.")


FROM_TERRAFORM = Source(
    of=EventSource,
    each=Block("aws_lambda_event_source_mapping"),
    reads={
        EventSource.function: "function_name",
        EventSource.feed: "event_source_arn",
        EventSource.enabled: "flag(not_null(enabled, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_lambda_function" "receipts" {
  function_name = "receipts"
  role          = "arn:aws:iam::111122223333:role/receipts"
}

resource "aws_sqs_queue" "receipts" {
  name = "receipts"
}

resource "aws_lambda_event_source_mapping" "receipts" {
  event_source_arn = aws_sqs_queue.receipts.arn
  function_name    = aws_lambda_function.receipts.arn
}
""",
            gives=EventSource(
                "aws_lambda_event_source_mapping.receipts",
                function=frozenset({"aws_lambda_function.receipts"}),
                feed=frozenset({"aws_sqs_queue.receipts"}),
                enabled=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=EventSource,
    each=Block("AWS::Lambda::EventSourceMapping"),
    reads={
        EventSource.function: "FunctionName",
        EventSource.feed: "EventSourceArn",
        EventSource.enabled: "flag(not_null(Enabled, `true`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Receipts:
    Type: AWS::Lambda::Function
    Properties: {FunctionName: receipts, Role: "arn:aws:iam::111122223333:role/receipts"}
  Queue:
    Type: AWS::SQS::Queue
    Properties: {QueueName: receipts}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Receipts, Enabled: false}
""",
            gives=EventSource("Mapping", function=frozenset({"Receipts"}), feed=frozenset({"Queue"}), enabled=False),
        ),
    ],
)
