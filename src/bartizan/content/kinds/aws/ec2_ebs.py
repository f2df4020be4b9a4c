"""Amazon EBS volumes and snapshots."""

from bartizan.content.kinds.aws.ec2_machine import NOT_COPIED
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, First, Shown, Source


class Volume(DataStore, kind="aws.ec2.ebs-volume", identifier="arn:{partition}:ec2:{region}:{account}:volume/{id}"):
    """A disk that is made by itself."""

    encrypted = Flag("It is declared to be encrypted.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")


class SnapshotSharing(Asset, kind="aws.ec2.ebs-snapshot-public-access"):
    """What an account says of sharing snapshots with everyone, in one region."""

    state = Text("block-all-sharing, block-new-sharing or unblocked.")


class ImagePermission(Asset, kind="aws.ec2.image-permission"):
    """Who may start machines from an image."""

    open_to_all = Flag("Everyone may.")
    accounts = Many("The accounts that may.")


FROM_TERRAFORM = Source(
    of=Volume,
    each=Block("aws_ebs_volume"),
    reads={
        Volume.tags: TAGS,
        Volume.encrypted: First("flag(encrypted)", NOT_COPIED),
        Volume.key: "kms_key_id",
        Volume.own_key: "customer_key(kms_key_id)",
    },
    shows=[
        Shown(
            text='resource "aws_ebs_volume" "plain" {\n  availability_zone = "eu-central-1a"\n  size = 40\n}',
            gives=Volume("aws_ebs_volume.plain", encrypted=False, key=frozenset(), own_key=False, tags=frozenset()),
        ),
        Shown(
            text="""
resource "aws_kms_key" "disks" {}

resource "aws_ebs_volume" "set" {
  availability_zone = "eu-central-1a"
  encrypted         = true
  kms_key_id        = aws_kms_key.disks.arn
}
""",
            gives=Volume("aws_ebs_volume.set", encrypted=True, key=frozenset({"aws_kms_key.disks"}), own_key=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Volume,
    each=Block("AWS::EC2::Volume"),
    reads={
        Volume.tags: TAGS_LISTED,
        Volume.encrypted: First(
            "flag(Encrypted)", "[{from: SnapshotId, encrypted: `false`}] | [?from == `null`].encrypted | [0]"
        ),
        Volume.key: "KmsKeyId",
        Volume.own_key: "customer_key(KmsKeyId)",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::EC2::Volume', Properties: {Size: 10, AvailabilityZone: eu-central-1a}}}",
            gives=Volume("Plain", encrypted=False, key=frozenset(), own_key=False, tags=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Disks:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Set:
    Type: AWS::EC2::Volume
    Properties: {Encrypted: true, KmsKeyId: !Ref Disks, AvailabilityZone: eu-central-1a}
""",
            gives=Volume("Set", encrypted=True, key=frozenset({"Disks"}), own_key=True),
        ),
    ],
)

SHARING_FROM_TERRAFORM = Source(
    of=SnapshotSharing,
    each=Block("aws_ebs_snapshot_block_public_access"),
    reads={SnapshotSharing.state: "state"},
    shows=[
        Shown(
            text='resource "aws_ebs_snapshot_block_public_access" "here" {\n  state = "block-all-sharing"\n}',
            gives=SnapshotSharing("aws_ebs_snapshot_block_public_access.here", state="block-all-sharing"),
        ),
    ],
)

SHARING_FROM_CLOUDFORMATION = Source(
    of=SnapshotSharing,
    each=Block("AWS::EC2::SnapshotBlockPublicAccess"),
    reads={SnapshotSharing.state: "State"},
    shows=[
        Shown(
            text="Resources: {Here: {Type: 'AWS::EC2::SnapshotBlockPublicAccess', Properties: {State: unblocked}}}",
            gives=SnapshotSharing("Here", state="unblocked"),
        ),
    ],
)

PERMISSION_FROM_TERRAFORM = Source(
    of=ImagePermission,
    each=Block("aws_ami_launch_permission"),
    reads={ImagePermission.open_to_all: "group == 'all'", ImagePermission.accounts: "account_id"},
    shows=[
        Shown(
            text='resource "aws_ami_launch_permission" "all" {\n  image_id = "ami-1"\n  group = "all"\n}',
            gives=ImagePermission("aws_ami_launch_permission.all", open_to_all=True, accounts=frozenset()),
        ),
        Shown(
            text='resource "aws_ami_launch_permission" "one" {\n  image_id = "ami-1"\n  account_id = "111122223333"\n}',
            gives=ImagePermission(
                "aws_ami_launch_permission.one", open_to_all=False, accounts=frozenset({"111122223333"})
            ),
        ),
    ],
)

DISTRIBUTION_FROM_TERRAFORM = Source(
    of=ImagePermission,
    each=Block(
        "aws_imagebuilder_distribution_configuration",
        each="distribution[].ami_distribution_configuration[].launch_permission[]",
    ),
    reads={
        ImagePermission.open_to_all: "contains(not_null(user_groups, `[]`), 'all')",
        ImagePermission.accounts: "user_ids",
    },
    shows=[
        Shown(
            text="""
resource "aws_imagebuilder_distribution_configuration" "web" {
  name = "web"
  distribution {
    region = "eu-central-1"
    ami_distribution_configuration {
      launch_permission {
        user_ids = ["111122223333"]
      }
    }
  }
}
""",
            gives=ImagePermission(
                "aws_imagebuilder_distribution_configuration.web/distribution/0/ami_distribution_configuration/0/"
                "launch_permission/0",
                open_to_all=False,
                accounts=frozenset({"111122223333"}),
            ),
        ),
    ],
)

DISTRIBUTION_FROM_CLOUDFORMATION = Source(
    of=ImagePermission,
    each=Block(
        "AWS::ImageBuilder::DistributionConfiguration",
        each="Distributions[].AmiDistributionConfiguration.LaunchPermissionConfiguration",
    ),
    reads={
        ImagePermission.open_to_all: "contains(not_null(UserGroups, `[]`), 'all')",
        ImagePermission.accounts: "UserIds",
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::ImageBuilder::DistributionConfiguration
    Properties:
      Name: web
      Distributions:
        - Region: eu-central-1
          AmiDistributionConfiguration:
            LaunchPermissionConfiguration: {UserGroups: [all], UserIds: ["111122223333"]}
""",
            gives=ImagePermission(
                "Web/Distributions/0/AmiDistributionConfiguration/LaunchPermissionConfiguration",
                open_to_all=True,
                accounts=frozenset({"111122223333"}),
            ),
        ),
    ],
)
