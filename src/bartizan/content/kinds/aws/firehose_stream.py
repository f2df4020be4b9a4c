"""Amazon Data Firehose streams."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Stream(
    Asset, kind="aws.firehose.stream", identifier="arn:{partition}:firehose:{region}:{account}:deliverystream/{name}"
):
    """Carries records to where they are stored."""

    name = Text("Its name, where it is known before deployment.")
    direct = Flag(
        "Senders put records into it directly; otherwise it reads another stream, which has its own encryption."
    )
    encrypted = Flag("Records are encrypted while they are kept.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")


FROM_TERRAFORM = Source(
    of=Stream,
    each=Block("aws_kinesis_firehose_delivery_stream"),
    names=("name",),
    reads={
        Stream.name: "name",
        Stream.direct: "length(not_null(kinesis_source_configuration, msk_source_configuration, `[]`)) == `0`",
        Stream.encrypted: "flag(not_null(server_side_encryption[0].enabled, `false`))",
        Stream.key: "server_side_encryption[0].key_arn",
        Stream.own_key: "server_side_encryption[0].key_type == 'CUSTOMER_MANAGED_CMK'",
    },
    shows=[
        Shown(
            text="""
resource "aws_kinesis_firehose_delivery_stream" "plain" {
  name = "plain"
}
""",
            gives=Stream(
                "aws_kinesis_firehose_delivery_stream.plain",
                direct=True,
                encrypted=False,
                key=frozenset(),
                own_key=False,
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_kinesis_firehose_delivery_stream" "clicks" {
  name = "clicks"
  server_side_encryption {
    enabled  = true
    key_type = "CUSTOMER_MANAGED_CMK"
    key_arn  = aws_kms_key.data.arn
  }
}
""",
            gives=Stream(
                "aws_kinesis_firehose_delivery_stream.clicks",
                name="clicks",
                direct=True,
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
            ),
        ),
        Shown(
            text="""
resource "aws_kinesis_firehose_delivery_stream" "copy" {
  name = "copy"
  kinesis_source_configuration {
    kinesis_stream_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks"
  }
}
""",
            gives=Stream("aws_kinesis_firehose_delivery_stream.copy", direct=False),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Stream,
    each=Block("AWS::KinesisFirehose::DeliveryStream"),
    names=("DeliveryStreamName",),
    reads={
        Stream.name: "DeliveryStreamName",
        Stream.direct: "not_null(DeliveryStreamType, 'DirectPut') == 'DirectPut'",
        Stream.encrypted: "DeliveryStreamEncryptionConfigurationInput.KeyType != `null`",
        Stream.key: "DeliveryStreamEncryptionConfigurationInput.KeyARN",
        Stream.own_key: "DeliveryStreamEncryptionConfigurationInput.KeyType == 'CUSTOMER_MANAGED_CMK'",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::KinesisFirehose::DeliveryStream
""",
            gives=Stream("Plain", name=None, direct=True, encrypted=False, key=frozenset(), own_key=False),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Clicks:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamName: clicks
      DeliveryStreamEncryptionConfigurationInput: {KeyType: CUSTOMER_MANAGED_CMK, KeyARN: !GetAtt Data.Arn}
""",
            gives=Stream("Clicks", name="clicks", direct=True, encrypted=True, key=frozenset({"Data"}), own_key=True),
        ),
        Shown(
            text="""
Resources:
  Copy:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      DeliveryStreamType: KinesisStreamAsSource
""",
            gives=Stream("Copy", direct=False),
        ),
    ],
)
