"""Amazon Redshift: clusters, their parameter groups, and serverless workgroups."""

from bartizan.content.kinds.aws.database import Database
from bartizan.content.kinds.aws.placed import Placed
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Beside, Block, First, Shown, Source


class Cluster(
    Database, kind="aws.redshift.cluster", identifier="arn:{partition}:redshift:{region}:{account}:cluster:{name}"
):
    """A data warehouse on servers of its own."""

    name = Text("Its identifier, where it is known before deployment.")
    publicly_accessible = Flag(
        "It has an address that may be reached from the Internet. The default has changed between versions of the provider."
    )
    logged = Flag("Sign-ins and queries are written to an audit log.")
    in_vpc = Flag("It is placed in chosen subnets.")
    routed = Flag("Data is loaded and unloaded through the VPC, whose controls then apply.")
    upgrades = Flag("New versions of the engine are installed by themselves.")
    database = Text("The name of its first database.")
    user = Text("The name of its main user.")


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_redshift_cluster"),
    names=("cluster_identifier",),
    reads={
        Cluster.tags: TAGS,
        Cluster.encrypted: "flag(encrypted)",
        Cluster.key: "kms_key_id",
        Cluster.own_key: "customer_key(kms_key_id)",
        Cluster.backup_days: "not_null(automated_snapshot_retention_period, `1`)",
        Cluster.literal_password: "literal(master_password)",
        Cluster.security_groups: "vpc_security_group_ids",
        Cluster.name: "cluster_identifier",
        Cluster.publicly_accessible: "flag(publicly_accessible)",
        Cluster.logged: First(
            Beside(types="aws_redshift_logging", on="cluster_identifier", read="`true`"),
            "flag(not_null(logging[0].enable, `false`))",
        ),
        Cluster.in_vpc: "not_null(cluster_subnet_group_name, '') != ''",
        Cluster.routed: "flag(not_null(enhanced_vpc_routing, `false`))",
        Cluster.upgrades: "flag(not_null(allow_version_upgrade, `true`))",
        Cluster.database: "not_null(database_name, 'dev')",
        Cluster.user: "master_username",
        Cluster.subnet_group: "cluster_subnet_group_name",
        Cluster.port: "port",
    },
    shows=[
        Shown(
            text="""
resource "aws_redshift_cluster" "plain" {
  cluster_identifier = "plain"
  node_type          = "ra3.xlplus"
}
""",
            gives=Cluster(
                "aws_redshift_cluster.plain",
                key=frozenset(),
                own_key=False,
                backup_days=1,
                literal_password=False,
                security_groups=frozenset(),
                logged=False,
                in_vpc=False,
                routed=False,
                upgrades=True,
                database="dev",
                user=None,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_kms_key" "data" {}

resource "aws_redshift_cluster" "sales" {
  vpc_security_group_ids = [aws_security_group.inner.id]
  cluster_identifier                  = "sales"
  node_type                           = "ra3.xlplus"
  encrypted                           = true
  kms_key_id                          = aws_kms_key.data.arn
  publicly_accessible                 = true
  automated_snapshot_retention_period = 14
  master_username                     = "awsuser"
  master_password                     = "Correct-Horse-1"
  database_name                       = "sales"
  cluster_subnet_group_name           = "private"
  enhanced_vpc_routing                = true
  allow_version_upgrade               = false
}

resource "aws_redshift_logging" "sales" {
  cluster_identifier   = aws_redshift_cluster.sales.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}
""",
            gives=Cluster(
                "aws_redshift_cluster.sales",
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                backup_days=14,
                literal_password=True,
                security_groups=frozenset({"aws_security_group.inner"}),
                name="sales",
                publicly_accessible=True,
                logged=True,
                in_vpc=True,
                routed=True,
                upgrades=False,
                database="sales",
                user="awsuser",
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_redshift_subnet_group" "inner" {
  name       = "inner"
  subnet_ids = [aws_subnet.a.id]
}

resource "aws_redshift_cluster" "placed" {
  cluster_subnet_group_name = aws_redshift_subnet_group.inner.name
  port = 6000
}
""",
            gives=Cluster(
                "aws_redshift_cluster.placed", subnet_group=frozenset({"aws_redshift_subnet_group.inner"}), port=6000
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::Redshift::Cluster"),
    names=("ClusterIdentifier",),
    reads={
        Cluster.tags: TAGS_LISTED,
        Cluster.encrypted: "flag(Encrypted)",
        Cluster.key: "KmsKeyId",
        Cluster.own_key: "customer_key(KmsKeyId)",
        Cluster.backup_days: "not_null(AutomatedSnapshotRetentionPeriod, `1`)",
        Cluster.literal_password: "literal(MasterUserPassword)",
        Cluster.security_groups: "VpcSecurityGroupIds",
        Cluster.name: "ClusterIdentifier",
        Cluster.publicly_accessible: "flag(not_null(PubliclyAccessible, `false`))",
        Cluster.logged: "LoggingProperties != `null`",
        Cluster.in_vpc: "not_null(ClusterSubnetGroupName, '') != ''",
        Cluster.routed: "flag(not_null(EnhancedVpcRouting, `false`))",
        Cluster.upgrades: "flag(not_null(AllowVersionUpgrade, `true`))",
        Cluster.database: "not_null(DBName, 'dev')",
        Cluster.user: "MasterUsername",
        Cluster.subnet_group: "ClusterSubnetGroupName",
        Cluster.port: "Port",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Redshift::Cluster
    Properties:
      NodeType: ra3.xlplus
      ClusterType: single-node
""",
            gives=Cluster(
                "Plain",
                key=frozenset(),
                own_key=False,
                backup_days=1,
                literal_password=False,
                security_groups=frozenset(),
                name=None,
                publicly_accessible=False,
                logged=False,
                in_vpc=False,
                routed=False,
                upgrades=True,
                database="dev",
                user=None,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Inner:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Inner}
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Sales:
    Type: AWS::Redshift::Cluster
    Properties:
      VpcSecurityGroupIds: [!GetAtt Inner.GroupId]
      ClusterIdentifier: sales
      NodeType: ra3.xlplus
      ClusterType: single-node
      Encrypted: true
      KmsKeyId: !Ref Data
      PubliclyAccessible: true
      AutomatedSnapshotRetentionPeriod: 14
      MasterUsername: awsuser
      MasterUserPassword: Correct-Horse-1
      DBName: sales
      ClusterSubnetGroupName: private
      EnhancedVpcRouting: true
      AllowVersionUpgrade: false
      LoggingProperties: {BucketName: logs}
""",
            gives=Cluster(
                "Sales",
                encrypted=True,
                key=frozenset({"Data"}),
                own_key=True,
                backup_days=14,
                literal_password=True,
                security_groups=frozenset({"Inner"}),
                name="sales",
                publicly_accessible=True,
                logged=True,
                in_vpc=True,
                routed=True,
                upgrades=False,
                database="sales",
                user="awsuser",
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Inner:
    Type: AWS::Redshift::ClusterSubnetGroup
    Properties: {SubnetIds: [!Ref A]}
  Placed:
    Type: AWS::Redshift::Cluster
    Properties: {ClusterSubnetGroupName: !Ref Inner, Port: 6000}
""",
            gives=Cluster("Placed", subnet_group=frozenset({"Inner"}), port=6000),
        ),
    ],
)


class ParameterGroup(
    Asset,
    kind="aws.redshift.parameter-group",
    identifier="arn:{partition}:redshift:{region}:{account}:parametergroup:{name}",
):
    """Settings of the engine, for clusters."""

    name = Text("Its name, where it is known before deployment.")
    tls_required = Flag("Connections without TLS are refused.")


PARAMETERS_FROM_TERRAFORM = Source(
    of=ParameterGroup,
    each=Block("aws_redshift_parameter_group"),
    names=("name",),
    reads={
        ParameterGroup.name: "name",
        ParameterGroup.tls_required: "flag(not_null(parameter[?lower(name)=='require_ssl'].value | [0], (family != 'redshift-1.0' && 'true') || 'false'))",
    },
    shows=[
        Shown(
            text="""
resource "aws_redshift_parameter_group" "plain" {
  name   = "plain"
  family = "redshift-1.0"
}
""",
            gives=ParameterGroup("aws_redshift_parameter_group.plain", tls_required=False),
        ),
        Shown(
            text="""
resource "aws_redshift_parameter_group" "strict" {
  name   = "strict"
  family = "redshift-1.0"
  parameter {
    name  = "require_ssl"
    value = "true"
  }
}
""",
            gives=ParameterGroup("aws_redshift_parameter_group.strict", name="strict", tls_required=True),
        ),
    ],
)

PARAMETERS_FROM_CLOUDFORMATION = Source(
    of=ParameterGroup,
    each=Block("AWS::Redshift::ClusterParameterGroup"),
    names=("ParameterGroupName",),
    reads={
        ParameterGroup.name: "ParameterGroupName",
        ParameterGroup.tls_required: "flag(not_null(Parameters[?lower(ParameterName)=='require_ssl'].ParameterValue | [0], (ParameterGroupFamily != 'redshift-1.0' && 'true') || 'false'))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Redshift::ClusterParameterGroup
    Properties:
      Description: Plain
      ParameterGroupFamily: redshift-1.0
""",
            gives=ParameterGroup("Plain", name=None, tls_required=False),
        ),
        Shown(
            text="""
Resources:
  Strict:
    Type: AWS::Redshift::ClusterParameterGroup
    Properties:
      ParameterGroupName: strict
      Description: Strict
      ParameterGroupFamily: redshift-1.0
      Parameters: [{ParameterName: require_ssl, ParameterValue: "true"}]
""",
            gives=ParameterGroup("Strict", name="strict", tls_required=True),
        ),
    ],
)


class Workgroup(
    DataStore,
    Placed,
    kind="aws.redshift.workgroup",
    identifier="arn:{partition}:redshift-serverless:{region}:{account}:workgroup/{id}",
):
    """The computing side of a serverless data warehouse."""

    name = Text("Its name, where it is known before deployment.")
    publicly_accessible = Flag("It has an address that may be reached from the Internet.")
    routed = Flag("Data is loaded and unloaded through the VPC, whose controls then apply.")
    security_groups = Link(
        SecurityGroup, "Security groups that are named for it; the default one of the network where none is."
    )


WORKGROUP_FROM_TERRAFORM = Source(
    of=Workgroup,
    each=Block("aws_redshiftserverless_workgroup"),
    names=("workgroup_name",),
    reads={
        Workgroup.tags: TAGS,
        Workgroup.name: "workgroup_name",
        Workgroup.publicly_accessible: "flag(not_null(publicly_accessible, `false`))",
        Workgroup.routed: "flag(not_null(enhanced_vpc_routing, `false`))",
        Workgroup.subnets: "subnet_ids",
        Workgroup.security_groups: "security_group_ids",
    },
    shows=[
        Shown(
            text="""
resource "aws_redshiftserverless_workgroup" "plain" {
  namespace_name = "sales"
  workgroup_name = "plain"
}
""",
            gives=Workgroup(
                "aws_redshiftserverless_workgroup.plain",
                publicly_accessible=False,
                routed=False,
                tags=frozenset(),
                subnets=frozenset(),
                security_groups=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_redshiftserverless_workgroup" "sales" {
  namespace_name       = "sales"
  workgroup_name       = "sales"
  publicly_accessible  = true
  enhanced_vpc_routing = true
}
""",
            gives=Workgroup(
                "aws_redshiftserverless_workgroup.sales", name="sales", publicly_accessible=True, routed=True
            ),
        ),
    ],
)

WORKGROUP_FROM_CLOUDFORMATION = Source(
    of=Workgroup,
    each=Block("AWS::RedshiftServerless::Workgroup"),
    names=("WorkgroupName",),
    reads={
        Workgroup.tags: TAGS_LISTED,
        Workgroup.name: "WorkgroupName",
        Workgroup.publicly_accessible: "flag(not_null(PubliclyAccessible, `false`))",
        Workgroup.routed: "flag(not_null(EnhancedVpcRouting, `false`))",
        Workgroup.subnets: "SubnetIds",
        Workgroup.security_groups: "SecurityGroupIds",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::RedshiftServerless::Workgroup
    Properties:
      WorkgroupName: plain
""",
            gives=Workgroup(
                "Plain",
                publicly_accessible=False,
                routed=False,
                tags=frozenset(),
                subnets=frozenset(),
                security_groups=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Sales:
    Type: AWS::RedshiftServerless::Workgroup
    Properties:
      WorkgroupName: sales
      PubliclyAccessible: true
      EnhancedVpcRouting: true
""",
            gives=Workgroup("Sales", name="sales", publicly_accessible=True, routed=True),
        ),
    ],
)
