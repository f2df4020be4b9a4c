"""Amazon EC2 launch templates, and the launch configurations that came before them."""

from bartizan.content.kinds.aws.ec2_machine import LOOKED_UP, Disk, Machine
from bartizan.core.kind import Text
from bartizan.core.source import Block, Fixed, Inverse, Shown, Source, Through


class LaunchTemplate(
    Machine, kind="aws.ec2.launch-template", identifier="arn:{partition}:ec2:{region}:{account}:launch-template/{id}"
):
    """What machines are started from: a launch template, or a launch configuration."""

    name = Text("Its name, where it is known before deployment.")


NO_LOOKUP = "A template names an image by its id or by a parameter; it cannot look one up by name."

FROM_TERRAFORM = Source(
    of=LaunchTemplate,
    each=Block("aws_launch_template"),
    names=("name",),
    reads={
        LaunchTemplate.name: "name",
        LaunchTemplate.metadata_on: "not_null(metadata_options[0].http_endpoint, 'enabled') == 'enabled'",
        LaunchTemplate.tokens_required: "not_null(metadata_options[0].http_tokens, 'optional') == 'required'",
        LaunchTemplate.metadata_hops: "metadata_options[0].http_put_response_hop_limit",
        LaunchTemplate.asks_public_address: "any(not_null(network_interfaces, `[]`)[].flag(associate_public_ip_address))",
        LaunchTemplate.secret_in_user_data: "secret_text(user_data)",
        LaunchTemplate.declares_root_disk: "length(not_null(block_device_mappings, `[]`)[?ebs != `null`]) > `0`",
        LaunchTemplate.image_of_anyone: Through(by="[image_id] | [?!literal(@)] | [0]", read=LOOKED_UP, none=False),
        LaunchTemplate.has_profile: "not_null(iam_instance_profile[0].arn, iam_instance_profile[0].name, '') != ''",
        LaunchTemplate.profile: "not_null(iam_instance_profile[0].arn, iam_instance_profile[0].name)",
        LaunchTemplate.groups: "[vpc_security_group_ids, security_group_names, network_interfaces[].security_groups[]][][] | [?@]",
        LaunchTemplate.disks: Inverse(Disk.machine),
        LaunchTemplate.refuses_public_address: "any(not_null(network_interfaces, `[]`)[].[associate_public_ip_address != `null` && !flag(associate_public_ip_address)][])",
    },
    shows=[
        Shown(
            text='resource "aws_launch_template" "plain" {}',
            gives=LaunchTemplate(
                "aws_launch_template.plain",
                name=None,
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
                refuses_public_address=False,
            ),
        ),
        Shown(
            text="""
data "aws_ami" "any" {
  most_recent = true
  filter {
    name   = "name"
    values = ["ubuntu-*"]
  }
}

resource "aws_security_group" "web" {}

resource "aws_iam_instance_profile" "web" {
  name = "web"
}

resource "aws_launch_template" "set" {
  name      = "web"
  image_id  = data.aws_ami.any.id
  user_data = base64encode("#!/bin/sh\\nexport DB_PASSWORD=correct-horse\\n")

  iam_instance_profile {
    name = aws_iam_instance_profile.web.name
  }
  metadata_options {
    http_endpoint               = "disabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 2
  }
  network_interfaces {
    associate_public_ip_address = true
    security_groups             = [aws_security_group.web.id]
  }
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted = true
    }
  }
}
""",
            gives=LaunchTemplate(
                "aws_launch_template.set",
                name="web",
                metadata_on=False,
                tokens_required=True,
                metadata_hops=2,
                asks_public_address=True,
                secret_in_user_data=True,
                declares_root_disk=True,
                image_of_anyone=True,
                has_profile=True,
                profile=frozenset({"aws_iam_instance_profile.web"}),
                groups=frozenset({"aws_security_group.web"}),
                disks=frozenset({"aws_launch_template.set/block_device_mappings/0"}),
            ),
        ),
    ],
)

CONFIGURATION_FROM_TERRAFORM = Source(
    of=LaunchTemplate,
    each=Block("aws_launch_configuration"),
    names=("name",),
    reads={
        LaunchTemplate.name: "name",
        LaunchTemplate.metadata_on: "not_null(metadata_options[0].http_endpoint, 'enabled') == 'enabled'",
        LaunchTemplate.tokens_required: "not_null(metadata_options[0].http_tokens, 'optional') == 'required'",
        LaunchTemplate.metadata_hops: "metadata_options[0].http_put_response_hop_limit",
        LaunchTemplate.asks_public_address: "flag(not_null(associate_public_ip_address, `false`))",
        LaunchTemplate.secret_in_user_data: "secret_text(user_data) || secret_text(user_data_base64)",
        LaunchTemplate.declares_root_disk: "length(not_null(root_block_device, `[]`)) > `0`",
        LaunchTemplate.image_of_anyone: Through(by="[image_id] | [?!literal(@)] | [0]", read=LOOKED_UP, none=False),
        LaunchTemplate.has_profile: "not_null(iam_instance_profile, '') != ''",
        LaunchTemplate.profile: "iam_instance_profile",
        LaunchTemplate.groups: "security_groups",
        LaunchTemplate.disks: Inverse(Disk.machine),
        LaunchTemplate.refuses_public_address: "associate_public_ip_address != `null` && !flag(associate_public_ip_address)",
    },
    shows=[
        Shown(
            text='resource "aws_launch_configuration" "plain" {}',
            gives=LaunchTemplate(
                "aws_launch_configuration.plain",
                name=None,
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
                refuses_public_address=False,
            ),
        ),
        Shown(
            text="""
data "aws_ami" "ubuntu" {
  most_recent = true
  owners      = ["099720109477"]
}

resource "aws_security_group" "web" {}

resource "aws_launch_configuration" "set" {
  name                        = "web"
  image_id                    = data.aws_ami.ubuntu.id
  associate_public_ip_address = true
  iam_instance_profile        = "web"
  security_groups             = [aws_security_group.web.id]
  user_data_base64            = base64encode("mysql://root:correct-horse@db/shop")
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
            gives=LaunchTemplate(
                "aws_launch_configuration.set",
                name="web",
                metadata_on=False,
                tokens_required=True,
                metadata_hops=1,
                asks_public_address=True,
                secret_in_user_data=True,
                declares_root_disk=True,
                image_of_anyone=False,
                has_profile=True,
                groups=frozenset({"aws_security_group.web"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=LaunchTemplate,
    each=Block("AWS::EC2::LaunchTemplate"),
    names=("LaunchTemplateName",),
    reads={
        LaunchTemplate.name: "LaunchTemplateName",
        LaunchTemplate.metadata_on: "not_null(LaunchTemplateData.MetadataOptions.HttpEndpoint, 'enabled') == 'enabled'",
        LaunchTemplate.tokens_required: (
            "not_null(LaunchTemplateData.MetadataOptions.HttpTokens, 'optional') == 'required'"
        ),
        LaunchTemplate.metadata_hops: "LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit",
        LaunchTemplate.asks_public_address: (
            "any(not_null(LaunchTemplateData.NetworkInterfaces, `[]`)[].flag(AssociatePublicIpAddress))"
        ),
        LaunchTemplate.secret_in_user_data: "secret_text(LaunchTemplateData.UserData)",
        LaunchTemplate.declares_root_disk: (
            "length(not_null(LaunchTemplateData.BlockDeviceMappings, `[]`)[?Ebs != `null`]) > `0`"
        ),
        LaunchTemplate.image_of_anyone: Fixed(False, NO_LOOKUP),
        LaunchTemplate.has_profile: (
            "not_null(LaunchTemplateData.IamInstanceProfile.Arn, LaunchTemplateData.IamInstanceProfile.Name, '') != ''"
        ),
        LaunchTemplate.profile: (
            "not_null(LaunchTemplateData.IamInstanceProfile.Arn, LaunchTemplateData.IamInstanceProfile.Name)"
        ),
        LaunchTemplate.groups: (
            "LaunchTemplateData | [SecurityGroupIds, SecurityGroups, NetworkInterfaces[].Groups[]][][] | [?@]"
        ),
        LaunchTemplate.disks: Inverse(Disk.machine),
        LaunchTemplate.refuses_public_address: "any(not_null(LaunchTemplateData.NetworkInterfaces, `[]`)[].[AssociatePublicIpAddress != `null` && !flag(AssociatePublicIpAddress)][])",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::EC2::LaunchTemplate', Properties: {LaunchTemplateData: {}}}}",
            gives=LaunchTemplate(
                "Plain",
                name=None,
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
                refuses_public_address=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Web}
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: {Roles: []}
  Set:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateName: web
      LaunchTemplateData:
        UserData: {"Fn::Base64": "export AWS_ACCESS_KEY_ID=AKIAZ7QWERTYUIOPASDF"}
        IamInstanceProfile: {Arn: !GetAtt Profile.Arn}
        MetadataOptions: {HttpEndpoint: disabled, HttpTokens: required, HttpPutResponseHopLimit: 1}
        NetworkInterfaces: [{DeviceIndex: 0, AssociatePublicIpAddress: true, Groups: [!Ref Group]}]
        BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {Encrypted: true}}]
""",
            gives=LaunchTemplate(
                "Set",
                name="web",
                metadata_on=False,
                tokens_required=True,
                metadata_hops=1,
                asks_public_address=True,
                secret_in_user_data=True,
                declares_root_disk=True,
                has_profile=True,
                profile=frozenset({"Profile"}),
                groups=frozenset({"Group"}),
                disks=frozenset({"Set/LaunchTemplateData/BlockDeviceMappings/0"}),
            ),
        ),
    ],
)

CONFIGURATION_FROM_CLOUDFORMATION = Source(
    of=LaunchTemplate,
    each=Block("AWS::AutoScaling::LaunchConfiguration"),
    names=("LaunchConfigurationName",),
    reads={
        LaunchTemplate.name: "LaunchConfigurationName",
        LaunchTemplate.metadata_on: "not_null(MetadataOptions.HttpEndpoint, 'enabled') == 'enabled'",
        LaunchTemplate.tokens_required: "not_null(MetadataOptions.HttpTokens, 'optional') == 'required'",
        LaunchTemplate.metadata_hops: "MetadataOptions.HttpPutResponseHopLimit",
        LaunchTemplate.asks_public_address: "flag(not_null(AssociatePublicIpAddress, `false`))",
        LaunchTemplate.secret_in_user_data: "secret_text(UserData)",
        LaunchTemplate.declares_root_disk: "length(not_null(BlockDeviceMappings, `[]`)[?Ebs != `null`]) > `0`",
        LaunchTemplate.image_of_anyone: Fixed(False, NO_LOOKUP),
        LaunchTemplate.has_profile: "not_null(IamInstanceProfile, '') != ''",
        LaunchTemplate.profile: "IamInstanceProfile",
        LaunchTemplate.groups: "SecurityGroups",
        LaunchTemplate.disks: Inverse(Disk.machine),
        LaunchTemplate.refuses_public_address: "AssociatePublicIpAddress != `null` && !flag(AssociatePublicIpAddress)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties: {ImageId: ami-1}
""",
            gives=LaunchTemplate(
                "Plain",
                name=None,
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
                refuses_public_address=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Web}
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: {Roles: []}
  Set:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      LaunchConfigurationName: web
      ImageId: ami-1
      AssociatePublicIpAddress: true
      IamInstanceProfile: !Ref Profile
      SecurityGroups: [!Ref Group]
      UserData: {"Fn::Base64": "DB_PASSWORD=correct-horse"}
      MetadataOptions: {HttpEndpoint: disabled, HttpTokens: required, HttpPutResponseHopLimit: 1}
      BlockDeviceMappings: [{DeviceName: /dev/xvda, Ebs: {Encrypted: true}}]
""",
            gives=LaunchTemplate(
                "Set",
                name="web",
                metadata_on=False,
                tokens_required=True,
                metadata_hops=1,
                asks_public_address=True,
                secret_in_user_data=True,
                declares_root_disk=True,
                has_profile=True,
                profile=frozenset({"Profile"}),
                groups=frozenset({"Group"}),
            ),
        ),
    ],
)
