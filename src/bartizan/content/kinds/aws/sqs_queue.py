"""Amazon SQS queues."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Document, Flag, Link, Text
from bartizan.core.source import Beside, Block, First, Shown, Source


class Queue(Governed, DataStore, kind="aws.sqs.queue", identifier="arn:{partition}:sqs:{region}:{account}:{name}"):
    """Keeps messages until somebody takes them."""

    name = Text("Its name, where it is known before deployment.")
    encrypted = Flag("Messages are encrypted while they are kept, with a key of KMS or the service's own.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    open_by_policy = Flag("Its policy lets everyone in, without a condition on who calls.")
    wide_policy = Flag("Its policy allows every action.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


FROM_TERRAFORM = Source(
    of=Queue,
    each=Block("aws_sqs_queue"),
    names=("name",),
    reads={
        Queue.tags: TAGS,
        **GOVERNED,
        Queue.policy: First(Beside(types="aws_sqs_queue_policy", on="queue_url", read="policy"), "policy"),
        Queue.name: "name",
        Queue.encrypted: "not_null(kms_master_key_id, '') != '' || flag(not_null(sqs_managed_sse_enabled, `true`))",
        Queue.key: "kms_master_key_id",
        Queue.own_key: "customer_key(kms_master_key_id)",
        Queue.open_by_policy: First(
            Beside(types="aws_sqs_queue_policy", on="queue_url", read="policy_public(policy)"), "policy_public(policy)"
        ),
        Queue.wide_policy: First(
            Beside(types="aws_sqs_queue_policy", on="queue_url", read="policy_wildcard_service(policy)"),
            "policy_wildcard_service(policy)",
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_sqs_queue" "plain" {}
""",
            gives=Queue(
                "aws_sqs_queue.plain",
                name=None,
                encrypted=True,
                key=frozenset(),
                own_key=False,
                open_by_policy=False,
                wide_policy=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_sqs_queue" "orders" {
  name              = "orders"
  kms_master_key_id = aws_kms_key.data.id
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:*", Resource = "*" }] })
}
""",
            gives=Queue(
                "aws_sqs_queue.orders",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"}]}',
                name="orders",
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                open_by_policy=True,
                wide_policy=True,
            ),
        ),
        Shown(
            text="""
resource "aws_sqs_queue" "clear" {
  sqs_managed_sse_enabled = false
}
""",
            gives=Queue("aws_sqs_queue.clear", encrypted=False),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Queue,
    each=Block("AWS::SQS::Queue"),
    names=("QueueName",),
    reads={
        Queue.tags: TAGS_LISTED,
        **GOVERNED,
        Queue.policy: First(
            Beside(types="AWS::SQS::QueuePolicy", on="Queues", read="PolicyDocument"),
            Beside(types="AWS::SQS::QueueInlinePolicy", on="Queue", read="PolicyDocument"),
        ),
        Queue.name: "QueueName",
        Queue.encrypted: "not_null(KmsMasterKeyId, '') != '' || flag(not_null(SqsManagedSseEnabled, `true`))",
        Queue.key: "KmsMasterKeyId",
        Queue.own_key: "customer_key(KmsMasterKeyId)",
        Queue.open_by_policy: First(
            Beside(types="AWS::SQS::QueuePolicy", on="Queues", read="policy_public(PolicyDocument)"),
            Beside(types="AWS::SQS::QueueInlinePolicy", on="Queue", read="policy_public(PolicyDocument)", none=False),
        ),
        Queue.wide_policy: First(
            Beside(types="AWS::SQS::QueuePolicy", on="Queues", read="policy_wildcard_service(PolicyDocument)"),
            Beside(
                types="AWS::SQS::QueueInlinePolicy",
                on="Queue",
                read="policy_wildcard_service(PolicyDocument)",
                none=False,
            ),
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::SQS::Queue
""",
            gives=Queue(
                "Plain",
                name=None,
                encrypted=True,
                key=frozenset(),
                own_key=False,
                open_by_policy=False,
                wide_policy=False,
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
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
      KmsMasterKeyId: !Ref Data
  Open:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument:
        Statement: [{Effect: Allow, Principal: "*", Action: "sqs:*", Resource: "*"}]
""",
            gives=Queue(
                "Orders",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"}]}',
                name="orders",
                key=frozenset({"Data"}),
                own_key=True,
                open_by_policy=True,
                wide_policy=True,
            ),
        ),
        Shown(
            text="""
Resources:
  Clear:
    Type: AWS::SQS::Queue
    Properties:
      SqsManagedSseEnabled: false
""",
            gives=Queue("Clear", encrypted=False),
        ),
    ],
)
