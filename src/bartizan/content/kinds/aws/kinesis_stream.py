"""Amazon Kinesis data streams."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Document, Flag, Link, Text
from bartizan.core.source import Beside, Block, Shown, Source


class Stream(
    Governed,
    DataStore,
    kind="aws.kinesis.stream",
    identifier="arn:{partition}:kinesis:{region}:{account}:stream/{name}",
):
    """Records in the order they came, kept for a while."""

    name = Text("Its name, where it is known before deployment.")
    encrypted = Flag("Records are encrypted while they are kept.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


FROM_TERRAFORM = Source(
    of=Stream,
    each=Block("aws_kinesis_stream"),
    names=("name",),
    reads={
        Stream.tags: TAGS,
        **GOVERNED,
        Stream.policy: Beside(types="aws_kinesis_resource_policy", on="resource_arn", read="policy"),
        Stream.name: "name",
        Stream.encrypted: "encryption_type == 'KMS'",
        Stream.key: "kms_key_id",
        Stream.own_key: "customer_key(kms_key_id)",
    },
    shows=[
        Shown(
            text="""
resource "aws_kinesis_stream" "plain" {}
""",
            gives=Stream(
                "aws_kinesis_stream.plain", name=None, encrypted=False, key=frozenset(), own_key=False, tags=frozenset()
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_kinesis_stream" "clicks" {
  name            = "clicks"
  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.data.arn
}
""",
            gives=Stream(
                "aws_kinesis_stream.clicks",
                policy=None,
                name="clicks",
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Stream,
    each=Block("AWS::Kinesis::Stream"),
    names=("Name",),
    reads={
        Stream.tags: TAGS_LISTED,
        **GOVERNED,
        Stream.policy: Beside(types="AWS::Kinesis::ResourcePolicy", on="ResourceArn", read="ResourcePolicy"),
        Stream.name: "Name",
        Stream.encrypted: "StreamEncryption.EncryptionType == 'KMS'",
        Stream.key: "StreamEncryption.KeyId",
        Stream.own_key: "customer_key(StreamEncryption.KeyId)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Kinesis::Stream
""",
            gives=Stream("Plain", name=None, encrypted=False, key=frozenset(), own_key=False, tags=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: clicks
      StreamEncryption: {EncryptionType: KMS, KeyId: !Ref Data}
""",
            gives=Stream("Clicks", policy=None, name="clicks", encrypted=True, key=frozenset({"Data"}), own_key=True),
        ),
    ],
)
