"""What Amazon EC2 instances and the templates for them have in common; and their disks."""

from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.core.kind import Asset, Flag, Link, Number
from bartizan.core.source import Block, First, OwnerLink, Shown, Source


class Machine(Asset):
    """A virtual machine, or the template for machines."""

    metadata_on = Flag("The metadata service can be reached from it.")
    tokens_required = Flag("The metadata service asks for a session token (version 2).")
    metadata_hops = Number("How many network hops answers of the metadata service may take; none where it is not said.")
    asks_public_address = Flag("It asks for a public address, whatever its subnet says.")
    secret_in_user_data = Flag("A credential is written in its user data.")
    declares_root_disk = Flag("Its declaration says what the root disk is like.")
    image_of_anyone = Flag("Its image is the newest of some name, whoever published it.")
    has_profile = Flag("An instance profile gives it a role.")
    profile = Link(InstanceProfile, "The instance profile that gives it a role.")
    groups = Link(SecurityGroup, "The security groups around it.")
    disks = Link(lambda: Disk, "The disks its declaration describes.")
    refuses_public_address = Flag("It asks for no public address, whatever its subnet says.")


class Disk(Asset, kind="aws.ec2.disk"):
    """A disk made together with a machine."""

    machine = Link(Machine, "The machine or template it is part of.")
    encrypted = Flag("It is declared to be encrypted.")
    key = Link(Key, "The customer-managed key that encrypts it.")


NOT_COPIED = "[{from: snapshot_id, encrypted: `false`}] | [?from == `null`].encrypted | [0]"
"""A disk is not encrypted by itself, unless it is the copy of an encrypted one."""
LOOKED_UP = (
    "flag(not_null(most_recent, `false`)) && length(not_null(owners, `[]`)) == `0` && "
    "length(not_null(filter, `[]`)[?contains(['image-id', 'owner-alias', 'owner-id'], name)]) == `0`"
)
"""Asked of a `data.aws_ami`."""

DISK_FROM_TERRAFORM = Source(
    of=Disk,
    each=Block(
        "aws_instance",
        "aws_spot_instance_request",
        "aws_launch_configuration",
        each="[root_block_device, ebs_block_device][] | [?@ != `null`]",
    ),
    reads={
        Disk.machine: OwnerLink(),
        Disk.encrypted: First("flag(encrypted)", NOT_COPIED),
        Disk.key: "kms_key_id",
    },
    shows=[
        Shown(
            text="""
resource "aws_kms_key" "disks" {}

resource "aws_instance" "web" {
  ami = "ami-1"
  root_block_device {
    encrypted  = true
    kms_key_id = aws_kms_key.disks.arn
  }
}
""",
            gives=Disk(
                "aws_instance.web/root_block_device/0",
                machine=frozenset({"aws_instance.web"}),
                encrypted=True,
                key=frozenset({"aws_kms_key.disks"}),
            ),
        ),
        Shown(
            text="""
resource "aws_launch_configuration" "web" {
  image_id      = "ami-1"
  instance_type = "t3.micro"
  ebs_block_device {
    device_name = "/dev/sdb"
  }
}
""",
            gives=Disk(
                "aws_launch_configuration.web/ebs_block_device/0",
                machine=frozenset({"aws_launch_configuration.web"}),
                encrypted=False,
                key=frozenset(),
            ),
        ),
    ],
)

TEMPLATE_DISK_FROM_TERRAFORM = Source(
    of=Disk,
    each=Block("aws_launch_template", each="block_device_mappings[?ebs != `null`]"),
    reads={
        Disk.machine: OwnerLink(),
        Disk.encrypted: First("flag(ebs[0].encrypted)", f"ebs[0] | {NOT_COPIED}"),
        Disk.key: "ebs[0].kms_key_id",
    },
    shows=[
        Shown(
            text="""
resource "aws_launch_template" "web" {
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 20
    }
  }
}
""",
            gives=Disk(
                "aws_launch_template.web/block_device_mappings/0",
                machine=frozenset({"aws_launch_template.web"}),
                encrypted=False,
                key=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "disks" {}

resource "aws_launch_template" "web" {
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted  = "true"
      kms_key_id = aws_kms_key.disks.arn
    }
  }
}
""",
            gives=Disk(
                "aws_launch_template.web/block_device_mappings/0",
                encrypted=True,
                key=frozenset({"aws_kms_key.disks"}),
            ),
        ),
    ],
)

DISK_FROM_CLOUDFORMATION = Source(
    of=Disk,
    each=Block(
        "AWS::EC2::Instance",
        "AWS::EC2::LaunchTemplate",
        "AWS::AutoScaling::LaunchConfiguration",
        each="not_null(LaunchTemplateData.BlockDeviceMappings, BlockDeviceMappings)[?Ebs != `null`]",
    ),
    reads={
        Disk.machine: OwnerLink(),
        Disk.encrypted: First(
            "flag(Ebs.Encrypted)",
            "[{from: Ebs.SnapshotId, encrypted: `false`}] | [?from == `null`].encrypted | [0]",
        ),
        Disk.key: "Ebs.KmsKeyId",
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-1
      BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {VolumeSize: 20}}]
""",
            gives=Disk("Web/BlockDeviceMappings/0", machine=frozenset({"Web"}), encrypted=False, key=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Disks:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Web:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {Encrypted: true, KmsKeyId: !GetAtt Disks.Arn}}]
""",
            gives=Disk(
                "Web/LaunchTemplateData/BlockDeviceMappings/0",
                machine=frozenset({"Web"}),
                encrypted=True,
                key=frozenset({"Disks"}),
            ),
        ),
    ],
)
