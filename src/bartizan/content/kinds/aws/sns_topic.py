"""Amazon SNS topics."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Document, Flag, Link, Text
from bartizan.core.source import Beside, Block, First, Shown, Source


class Topic(Governed, DataStore, kind="aws.sns.topic", identifier="arn:{partition}:sns:{region}:{account}:{name}"):
    """Passes messages on to all that subscribed."""

    name = Text("Its name, where it is known before deployment.")
    encrypted = Flag("Messages are encrypted with a key of KMS while they are kept.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    open_by_policy = Flag("Its policy lets everyone in, without a condition on who calls.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


FROM_TERRAFORM = Source(
    of=Topic,
    each=Block("aws_sns_topic"),
    names=("name",),
    reads={
        Topic.tags: TAGS,
        **GOVERNED,
        Topic.policy: First(Beside(types="aws_sns_topic_policy", on="arn", read="policy"), "policy"),
        Topic.name: "name",
        Topic.encrypted: "not_null(kms_master_key_id, '') != ''",
        Topic.key: "kms_master_key_id",
        Topic.own_key: "customer_key(kms_master_key_id)",
        Topic.open_by_policy: First(
            Beside(types="aws_sns_topic_policy", on="arn", read="policy_public(policy)"), "policy_public(policy)"
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_sns_topic" "plain" {}
""",
            gives=Topic(
                "aws_sns_topic.plain",
                name=None,
                encrypted=False,
                key=frozenset(),
                own_key=False,
                open_by_policy=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_sns_topic" "orders" {
  name              = "orders"
  kms_master_key_id = aws_kms_key.data.id
}

resource "aws_sns_topic_policy" "orders" {
  arn    = aws_sns_topic.orders.arn
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sns:Publish", Resource = "*" }] })
}
""",
            gives=Topic(
                "aws_sns_topic.orders",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sns:Publish","Resource":"*"}]}',
                name="orders",
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                open_by_policy=True,
            ),
        ),
        Shown(
            text="""
resource "aws_sns_topic" "managed" {
  kms_master_key_id = "alias/aws/sns"
}
""",
            gives=Topic("aws_sns_topic.managed", encrypted=True, own_key=False),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Topic,
    each=Block("AWS::SNS::Topic"),
    names=("TopicName",),
    reads={
        Topic.tags: TAGS_LISTED,
        **GOVERNED,
        Topic.policy: First(
            Beside(types="AWS::SNS::TopicPolicy", on="Topics", read="PolicyDocument"),
            Beside(types="AWS::SNS::TopicInlinePolicy", on="TopicArn", read="PolicyDocument"),
        ),
        Topic.name: "TopicName",
        Topic.encrypted: "not_null(KmsMasterKeyId, '') != ''",
        Topic.key: "KmsMasterKeyId",
        Topic.own_key: "customer_key(KmsMasterKeyId)",
        Topic.open_by_policy: First(
            Beside(types="AWS::SNS::TopicPolicy", on="Topics", read="policy_public(PolicyDocument)"),
            Beside(
                types="AWS::SNS::TopicInlinePolicy", on="TopicArn", read="policy_public(PolicyDocument)", none=False
            ),
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::SNS::Topic
""",
            gives=Topic(
                "Plain",
                name=None,
                encrypted=False,
                key=frozenset(),
                own_key=False,
                open_by_policy=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: orders
      KmsMasterKeyId: !Ref Data
  Open:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Orders]
      PolicyDocument:
        Statement: [{Effect: Allow, Principal: "*", Action: "sns:Publish", Resource: "*"}]
""",
            gives=Topic(
                "Orders",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sns:Publish","Resource":"*"}]}',
                name="orders",
                encrypted=True,
                key=frozenset({"Data"}),
                own_key=True,
                open_by_policy=True,
            ),
        ),
    ],
)
