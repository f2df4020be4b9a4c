"""Amazon SNS subscriptions."""

from bartizan.content.kinds.aws.sns_topic import Topic
from bartizan.core.kind import Asset, Link, Text
from bartizan.core.source import Block, OwnerLink, Shown, Source


class Subscription(Asset, kind="aws.sns.subscription"):
    """Someone or something a topic's messages go to."""

    topic = Link(Topic, "The topic.")
    protocol = Text("How messages are delivered: https, http, sqs, lambda, email ...")


FROM_TERRAFORM = Source(
    of=Subscription,
    each=Block("aws_sns_topic_subscription"),
    reads={Subscription.topic: "topic_arn", Subscription.protocol: "protocol"},
    shows=[
        Shown(
            text="""
resource "aws_sns_topic" "set" {
  name = "set"
}

resource "aws_sns_topic_subscription" "hook" {
  topic_arn = aws_sns_topic.set.arn
  protocol  = "http"
  endpoint  = "http://hook.example.com"
}
""",
            gives=Subscription(
                "aws_sns_topic_subscription.hook", topic=frozenset({"aws_sns_topic.set"}), protocol="http"
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Subscription,
    each=Block("AWS::SNS::Subscription"),
    reads={Subscription.topic: "TopicArn", Subscription.protocol: "Protocol"},
    shows=[
        Shown(
            text="""
Resources:
  Set: {Type: AWS::SNS::Topic}
  Hook:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Set, Protocol: http, Endpoint: "http://hook.example.com"}
""",
            gives=Subscription("Hook", topic=frozenset({"Set"}), protocol="http"),
        ),
    ],
)

FROM_CLOUDFORMATION_TOPIC = Source(
    of=Subscription,
    each=Block("AWS::SNS::Topic", each="Subscription"),
    reads={Subscription.topic: OwnerLink(), Subscription.protocol: "Protocol"},
    shows=[
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::SNS::Topic
    Properties: {Subscription: [{Protocol: https, Endpoint: "https://hook.example.com"}]}
""",
            gives=Subscription("Set/Subscription/0", topic=frozenset({"Set"}), protocol="https"),
        ),
    ],
)
