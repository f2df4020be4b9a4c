"""Amazon EMR clusters and their security configurations."""

from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.kinds.aws.placed import Placed
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class SecurityConfiguration(Asset, kind="aws.emr.security-configuration"):
    """What clusters encrypt, and how they authenticate."""

    name = Text("Its name, where it is known before deployment.")
    encrypts_data = Flag("Data of the cluster in S3 is encrypted as it says.")
    encrypts_disks = Flag("Local disks are encrypted, and the volumes of EBS among them.")
    encrypts_volumes = Flag("Volumes of EBS are encrypted as a whole, the root volume too.")
    encrypts_traffic = Flag("What nodes send each other is encrypted.")


FROM_TERRAFORM = Source(
    of=SecurityConfiguration,
    each=Block("aws_emr_security_configuration"),
    names=("name",),
    reads={
        SecurityConfiguration.name: "name",
        SecurityConfiguration.encrypts_data: "flag(not_null(from_json(configuration).EncryptionConfiguration.EnableAtRestEncryption, `false`)) && from_json(configuration).EncryptionConfiguration.AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode != `null`",
        SecurityConfiguration.encrypts_disks: "flag(not_null(from_json(configuration).EncryptionConfiguration.EnableAtRestEncryption, `false`)) && from_json(configuration).EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType != `null`",
        SecurityConfiguration.encrypts_volumes: "flag(not_null(from_json(configuration).EncryptionConfiguration.EnableAtRestEncryption, `false`)) && flag(not_null(from_json(configuration).EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EnableEbsEncryption, `false`))",
        SecurityConfiguration.encrypts_traffic: "flag(not_null(from_json(configuration).EncryptionConfiguration.EnableInTransitEncryption, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_emr_security_configuration" "plain" {
  name          = "plain"
  configuration = jsonencode({ EncryptionConfiguration = { EnableInTransitEncryption = false, EnableAtRestEncryption = false } })
}
""",
            gives=SecurityConfiguration(
                "aws_emr_security_configuration.plain",
                name="plain",
                encrypts_data=False,
                encrypts_disks=False,
                encrypts_volumes=False,
                encrypts_traffic=False,
            ),
        ),
        Shown(
            text="""
resource "aws_emr_security_configuration" "strict" {
  name = "strict"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableInTransitEncryption = true
      EnableAtRestEncryption    = true
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration        = { EncryptionMode = "SSE-KMS" }
        LocalDiskEncryptionConfiguration = { EncryptionKeyProviderType = "AwsKms", EnableEbsEncryption = true }
      }
    }
  })
}
""",
            gives=SecurityConfiguration(
                "aws_emr_security_configuration.strict",
                name="strict",
                encrypts_data=True,
                encrypts_disks=True,
                encrypts_volumes=True,
                encrypts_traffic=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=SecurityConfiguration,
    each=Block("AWS::EMR::SecurityConfiguration"),
    names=("Name",),
    reads={
        SecurityConfiguration.name: "Name",
        SecurityConfiguration.encrypts_data: "flag(not_null(from_json(SecurityConfiguration).EncryptionConfiguration.EnableAtRestEncryption, `false`)) && from_json(SecurityConfiguration).EncryptionConfiguration.AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode != `null`",
        SecurityConfiguration.encrypts_disks: "flag(not_null(from_json(SecurityConfiguration).EncryptionConfiguration.EnableAtRestEncryption, `false`)) && from_json(SecurityConfiguration).EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType != `null`",
        SecurityConfiguration.encrypts_volumes: "flag(not_null(from_json(SecurityConfiguration).EncryptionConfiguration.EnableAtRestEncryption, `false`)) && flag(not_null(from_json(SecurityConfiguration).EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EnableEbsEncryption, `false`))",
        SecurityConfiguration.encrypts_traffic: "flag(not_null(from_json(SecurityConfiguration).EncryptionConfiguration.EnableInTransitEncryption, `false`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::EMR::SecurityConfiguration
    Properties:
      Name: plain
      SecurityConfiguration: {EncryptionConfiguration: {EnableInTransitEncryption: false, EnableAtRestEncryption: false}}
""",
            gives=SecurityConfiguration(
                "Plain",
                name="plain",
                encrypts_data=False,
                encrypts_disks=False,
                encrypts_volumes=False,
                encrypts_traffic=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Strict:
    Type: AWS::EMR::SecurityConfiguration
    Properties:
      Name: strict
      SecurityConfiguration:
        EncryptionConfiguration:
          EnableInTransitEncryption: true
          EnableAtRestEncryption: true
          AtRestEncryptionConfiguration:
            S3EncryptionConfiguration: {EncryptionMode: SSE-KMS}
            LocalDiskEncryptionConfiguration: {EncryptionKeyProviderType: AwsKms, EnableEbsEncryption: true}
""",
            gives=SecurityConfiguration(
                "Strict",
                name="strict",
                encrypts_data=True,
                encrypts_disks=True,
                encrypts_volumes=True,
                encrypts_traffic=True,
            ),
        ),
    ],
)


class Cluster(
    Placed,
    Runner,
    kind="aws.emr.cluster",
    identifier="arn:{partition}:elasticmapreduce:{region}:{account}:cluster/{id}",
):
    """Machines that run Hadoop, Spark and the like."""

    name = Text("Its name, where it is known before deployment.")
    secured = Flag("A security configuration is named for it.")
    configuration = Link(SecurityConfiguration, "Its security configuration.")
    profile = Link(InstanceProfile, "The instance profile that gives its machines a role.")
    security_groups = Link(SecurityGroup, "Security groups that are named for its nodes.")


CLUSTER_FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_emr_cluster"),
    names=("name",),
    reads={
        Cluster.name: "name",
        Cluster.secured: "not_null(security_configuration, '') != ''",
        Cluster.configuration: "security_configuration",
        Cluster.profile: "ec2_attributes[0].instance_profile",
        Cluster.security_groups: "[ec2_attributes[0].emr_managed_master_security_group, ec2_attributes[0].emr_managed_slave_security_group, ec2_attributes[0].service_access_security_group, ec2_attributes[0].additional_master_security_groups, ec2_attributes[0].additional_slave_security_groups][]",
        Cluster.subnets: "[ec2_attributes[0].subnet_id, ec2_attributes[0].subnet_ids][] | [?@]",
    },
    shows=[
        Shown(
            text="""
resource "aws_emr_cluster" "plain" {
  name = "plain"
}
""",
            gives=Cluster(
                "aws_emr_cluster.plain",
                name="plain",
                secured=False,
                configuration=frozenset(),
                security_groups=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "nodes" {}

resource "aws_emr_security_configuration" "strict" {
  configuration = jsonencode({})
}

resource "aws_iam_instance_profile" "nodes" {
  name = "nodes"
}

resource "aws_emr_cluster" "lake" {
  name                   = "lake"
  security_configuration = aws_emr_security_configuration.strict.name
  ec2_attributes {
    instance_profile                  = aws_iam_instance_profile.nodes.name
    emr_managed_master_security_group = aws_security_group.nodes.id
  }
}
""",
            gives=Cluster(
                "aws_emr_cluster.lake",
                name="lake",
                secured=True,
                configuration=frozenset({"aws_emr_security_configuration.strict"}),
                profile=frozenset({"aws_iam_instance_profile.nodes"}),
                security_groups=frozenset({"aws_security_group.nodes"}),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_emr_cluster" "placed" {
  ec2_attributes {
    subnet_id = aws_subnet.a.id
  }
}
""",
            gives=Cluster("aws_emr_cluster.placed", subnets=frozenset({"aws_subnet.a"})),
        ),
    ],
)

CLUSTER_FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::EMR::Cluster"),
    reads={
        Cluster.name: "Name",
        Cluster.secured: "not_null(SecurityConfiguration, '') != ''",
        Cluster.configuration: "SecurityConfiguration",
        Cluster.profile: "JobFlowRole",
        Cluster.security_groups: "[Instances.EmrManagedMasterSecurityGroup, Instances.EmrManagedSlaveSecurityGroup, Instances.ServiceAccessSecurityGroup, Instances.AdditionalMasterSecurityGroups, Instances.AdditionalSlaveSecurityGroups][]",
        Cluster.subnets: "[Instances.Ec2SubnetId, Instances.Ec2SubnetIds][] | [?@]",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::EMR::Cluster
    Properties:
      Name: plain
      Instances: {}
""",
            gives=Cluster("Plain", name="plain", secured=False, configuration=frozenset(), security_groups=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Nodes:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Nodes
  Strict:
    Type: AWS::EMR::SecurityConfiguration
    Properties:
      SecurityConfiguration: {}
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: {Roles: [nodes]}
  Lake:
    Type: AWS::EMR::Cluster
    Properties:
      Name: lake
      JobFlowRole: !Ref Profile
      SecurityConfiguration: !Ref Strict
      Instances: {EmrManagedMasterSecurityGroup: !GetAtt Nodes.GroupId}
""",
            gives=Cluster(
                "Lake",
                name="lake",
                secured=True,
                configuration=frozenset({"Strict"}),
                profile=frozenset({"Profile"}),
                security_groups=frozenset({"Nodes"}),
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Placed:
    Type: AWS::EMR::Cluster
    Properties: {Instances: {Ec2SubnetId: !Ref A}}
""",
            gives=Cluster("Placed", subnets=frozenset({"A"})),
        ),
    ],
)
