"""Amazon EC2 instances."""

from bartizan.content.kinds.aws.ec2_launch_template import NO_LOOKUP, LaunchTemplate
from bartizan.content.kinds.aws.ec2_machine import LOOKED_UP, Disk, Machine
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Flag, Link
from bartizan.core.source import Block, First, Fixed, Inverse, Shown, Source, Through


class Instance(
    Machine, Runner, kind="aws.ec2.instance", identifier="arn:{partition}:ec2:{region}:{account}:instance/{id}"
):
    """A virtual machine. What its own declaration does not say, its launch template does."""

    subnet = Link(Subnet, "The subnet it is in.")
    template = Link(LaunchTemplate, "The launch template it is started from.")
    monitored = Flag("Its figures are taken every minute.")
    protected = Flag("A call to terminate it is refused.")


TEMPLATE = "launch_template[0] | not_null(id, name)"

FROM_TERRAFORM = Source(
    of=Instance,
    each=Block("aws_instance", "aws_spot_instance_request"),
    reads={
        Instance.metadata_on: First(
            "metadata_options[0].http_endpoint && metadata_options[0].http_endpoint == 'enabled'",
            Through(
                by=TEMPLATE,
                read="not_null(metadata_options[0].http_endpoint, 'enabled') == 'enabled'",
                none=True,
            ),
        ),
        Instance.tokens_required: First(
            "metadata_options[0].http_tokens && metadata_options[0].http_tokens == 'required'",
            Through(
                by=TEMPLATE,
                read="not_null(metadata_options[0].http_tokens, 'optional') == 'required'",
                none=False,
            ),
        ),
        Instance.metadata_hops: First(
            "metadata_options[0].http_put_response_hop_limit",
            Through(by=TEMPLATE, read="metadata_options[0].http_put_response_hop_limit"),
        ),
        Instance.asks_public_address: First(
            "flag(associate_public_ip_address)",
            Through(
                by=TEMPLATE,
                read="any(not_null(network_interfaces, `[]`)[].flag(associate_public_ip_address))",
                none=False,
            ),
        ),
        Instance.secret_in_user_data: "secret_text(user_data) || secret_text(user_data_base64)",
        Instance.declares_root_disk: First(
            "length(not_null(root_block_device, `[]`)) > `0` || `null`",
            Through(
                by=TEMPLATE,
                read="length(not_null(block_device_mappings, `[]`)[?ebs != `null`]) > `0`",
                none=False,
            ),
        ),
        Instance.image_of_anyone: Through(by="[ami] | [?!literal(@)] | [0]", read=LOOKED_UP, none=False),
        Instance.has_profile: First(
            "not_null(iam_instance_profile, '') != '' || `null`",
            Through(
                by=TEMPLATE,
                read="not_null(iam_instance_profile[0].arn, iam_instance_profile[0].name, '') != ''",
                none=False,
            ),
        ),
        Instance.profile: First(
            "iam_instance_profile",
            Through(by=TEMPLATE, read="iam_instance_profile[0] | not_null(arn, name)"),
        ),
        Instance.groups: First(
            "[vpc_security_group_ids, security_groups][] | [?@] | not_null([0] && @)",
            Through(by="network_interface[0].network_interface_id", read="security_groups"),
            Through(by=TEMPLATE, read="[vpc_security_group_ids, network_interfaces[].security_groups[]][][] | [?@]"),
        ),
        Instance.disks: Inverse(Disk.machine),
        Instance.subnet: First(
            "subnet_id",
            Through(by="network_interface[0].network_interface_id", read="subnet_id"),
            Through(by=TEMPLATE, read="network_interfaces[0].subnet_id"),
        ),
        Instance.template: TEMPLATE,
        Instance.monitored: "flag(not_null(monitoring, `false`))",
        Instance.protected: "flag(not_null(disable_api_termination, `false`))",
        Instance.refuses_public_address: First(
            "associate_public_ip_address != `null` && !flag(associate_public_ip_address) || `null`",
            Through(
                by=TEMPLATE,
                read="any(not_null(network_interfaces, `[]`)[].[associate_public_ip_address != `null` && !flag(associate_public_ip_address)][])",
                none=False,
            ),
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_instance" "plain" {
  ami           = "ami-1"
  instance_type = "t3.micro"
}
""",
            gives=Instance(
                "aws_instance.plain",
                metadata_on=True,
                tokens_required=False,
                metadata_hops=None,
                asks_public_address=False,
                secret_in_user_data=False,
                declares_root_disk=False,
                image_of_anyone=False,
                has_profile=False,
                profile=frozenset(),
                groups=frozenset(),
                disks=frozenset(),
                subnet=frozenset(),
                template=frozenset(),
                monitored=False,
                protected=False,
                refuses_public_address=False,
            ),
        ),
        Shown(
            text="""
data "aws_ami" "any" {
  most_recent = true
}

resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_security_group" "web" {}

resource "aws_iam_instance_profile" "web" {
  name = "web"
}

resource "aws_instance" "set" {
  ami                         = data.aws_ami.any.id
  subnet_id                   = aws_subnet.a.id
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.web.id]
  iam_instance_profile        = aws_iam_instance_profile.web.name
  monitoring                  = true
  disable_api_termination     = true
  user_data                   = <<-EOT
    #!/bin/sh
    echo ${aws_subnet.a.id}
    export DB_PASSWORD=correct-horse
  EOT

  metadata_options {
    http_endpoint               = "disabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
  root_block_device {
    encrypted = true
  }
}
""",
            gives=Instance(
                "aws_instance.set",
                metadata_on=False,
                tokens_required=True,
                metadata_hops=1,
                asks_public_address=True,
                secret_in_user_data=True,
                declares_root_disk=True,
                image_of_anyone=True,
                has_profile=True,
                profile=frozenset({"aws_iam_instance_profile.web"}),
                groups=frozenset({"aws_security_group.web"}),
                disks=frozenset({"aws_instance.set/root_block_device/0"}),
                subnet=frozenset({"aws_subnet.a"}),
                monitored=True,
                protected=True,
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "web" {}

resource "aws_launch_template" "web" {
  vpc_security_group_ids = [aws_security_group.web.id]
  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "from_template" {
  launch_template {
    id = aws_launch_template.web.id
  }
}
""",
            gives=Instance(
                "aws_instance.from_template",
                metadata_on=True,
                tokens_required=True,
                declares_root_disk=False,
                groups=frozenset({"aws_security_group.web"}),
                template=frozenset({"aws_launch_template.web"}),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id                  = "vpc-1"
  map_public_ip_on_launch = true
}

resource "aws_security_group" "web" {}

resource "aws_network_interface" "web" {
  subnet_id       = aws_subnet.a.id
  security_groups = [aws_security_group.web.id]
}

resource "aws_instance" "hidden" {
  ami                         = "ami-1"
  associate_public_ip_address = false
  network_interface {
    network_interface_id = aws_network_interface.web.id
    device_index         = 0
  }
}
""",
            gives=Instance(
                "aws_instance.hidden",
                asks_public_address=False,
                refuses_public_address=True,
                subnet=frozenset({"aws_subnet.a"}),
                groups=frozenset({"aws_security_group.web"}),
            ),
        ),
    ],
)

GIVEN = "LaunchTemplate | not_null(LaunchTemplateId, LaunchTemplateName)"

FROM_CLOUDFORMATION = Source(
    of=Instance,
    each=Block("AWS::EC2::Instance"),
    reads={
        Instance.metadata_on: First(
            "MetadataOptions.HttpEndpoint && MetadataOptions.HttpEndpoint == 'enabled'",
            Through(
                by=GIVEN,
                read="not_null(LaunchTemplateData.MetadataOptions.HttpEndpoint, 'enabled') == 'enabled'",
                none=True,
            ),
        ),
        Instance.tokens_required: First(
            "MetadataOptions.HttpTokens && MetadataOptions.HttpTokens == 'required'",
            Through(
                by=GIVEN,
                read="not_null(LaunchTemplateData.MetadataOptions.HttpTokens, 'optional') == 'required'",
                none=False,
            ),
        ),
        Instance.metadata_hops: First(
            "MetadataOptions.HttpPutResponseHopLimit",
            Through(by=GIVEN, read="LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit"),
        ),
        Instance.asks_public_address: First(
            "any(NetworkInterfaces[].flag(AssociatePublicIpAddress))",
            Through(
                by=GIVEN,
                read="any(not_null(LaunchTemplateData.NetworkInterfaces, `[]`)[].flag(AssociatePublicIpAddress))",
                none=False,
            ),
        ),
        Instance.secret_in_user_data: "secret_text(UserData)",
        Instance.declares_root_disk: First(
            "length(not_null(BlockDeviceMappings, `[]`)[?Ebs != `null`]) > `0` || `null`",
            Through(
                by=GIVEN,
                read="length(not_null(LaunchTemplateData.BlockDeviceMappings, `[]`)[?Ebs != `null`]) > `0`",
                none=False,
            ),
        ),
        Instance.image_of_anyone: Fixed(False, NO_LOOKUP),
        Instance.has_profile: First(
            "not_null(IamInstanceProfile, '') != '' || `null`",
            Through(
                by=GIVEN,
                read="LaunchTemplateData.IamInstanceProfile | not_null(Arn, Name, '') != ''",
                none=False,
            ),
        ),
        Instance.profile: First(
            "IamInstanceProfile", Through(by=GIVEN, read="LaunchTemplateData.IamInstanceProfile | not_null(Arn, Name)")
        ),
        Instance.groups: First(
            "[SecurityGroupIds, SecurityGroups, NetworkInterfaces[].GroupSet[]][] | [?@] | not_null([0] && @)",
            Through(by=GIVEN, read="LaunchTemplateData | [SecurityGroupIds, NetworkInterfaces[].Groups[]][][] | [?@]"),
        ),
        Instance.disks: Inverse(Disk.machine),
        Instance.subnet: "not_null(SubnetId, NetworkInterfaces[0].SubnetId)",
        Instance.template: GIVEN,
        Instance.monitored: "flag(not_null(Monitoring, `false`))",
        Instance.protected: "flag(not_null(DisableApiTermination, `false`))",
        Instance.refuses_public_address: First(
            "any(NetworkInterfaces[].[AssociatePublicIpAddress != `null` && !flag(AssociatePublicIpAddress)][]) || `null`",
            Through(
                by=GIVEN,
                read="any(not_null(LaunchTemplateData.NetworkInterfaces, `[]`)[].[AssociatePublicIpAddress != `null` && !flag(AssociatePublicIpAddress)][])",
                none=False,
            ),
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-1}
""",
            gives=Instance(
                "Plain",
                metadata_on=True,
                tokens_required=False,
                metadata_hops=None,
                asks_public_address=False,
                secret_in_user_data=False,
                declares_root_disk=False,
                image_of_anyone=False,
                has_profile=False,
                profile=frozenset(),
                groups=frozenset(),
                disks=frozenset(),
                subnet=frozenset(),
                template=frozenset(),
                monitored=False,
                protected=False,
                refuses_public_address=False,
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Web}
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: {Roles: []}
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        MetadataOptions: {HttpEndpoint: disabled, HttpTokens: required, HttpPutResponseHopLimit: 1}
  Set:
    Type: AWS::EC2::Instance
    Properties:
      LaunchTemplate: {LaunchTemplateId: !Ref Template, Version: "1"}
      IamInstanceProfile: !Ref Profile
      Monitoring: true
      DisableApiTermination: true
      UserData: {"Fn::Base64": !Sub "echo ${A}; export DB_PASSWORD=correct-horse"}
      NetworkInterfaces: [{DeviceIndex: "0", AssociatePublicIpAddress: true, SubnetId: !Ref A, GroupSet: [!Ref Group]}]
      BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {Encrypted: true}}]
""",
            gives=Instance(
                "Set",
                metadata_on=False,
                tokens_required=True,
                metadata_hops=1,
                asks_public_address=True,
                secret_in_user_data=True,
                declares_root_disk=True,
                has_profile=True,
                profile=frozenset({"Profile"}),
                groups=frozenset({"Group"}),
                disks=frozenset({"Set/BlockDeviceMappings/0"}),
                subnet=frozenset({"A"}),
                template=frozenset({"Template"}),
                monitored=True,
                protected=True,
            ),
        ),
    ],
)
