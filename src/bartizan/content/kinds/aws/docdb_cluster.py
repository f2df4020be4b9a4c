"""Amazon DocumentDB clusters."""

from bartizan.content.kinds.aws.database import Database
from bartizan.content.kinds.aws.docdb_parameter_group import ParameterGroup
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED
from bartizan.core.kind import Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class Cluster(Database, kind="aws.docdb.cluster", identifier="arn:{partition}:rds:{region}:{account}:cluster:{name}"):
    """Storage of documents that several servers share."""

    name = Text("Its identifier, where it is known before deployment.")
    deletion_protected = Flag("It cannot be deleted before this setting is changed.")
    exported_logs = Many("Logs that are sent to CloudWatch: audit, profiler.")
    parameters = Link(ParameterGroup, "Its parameter group, where that is declared too.")


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_docdb_cluster"),
    names=("cluster_identifier",),
    reads={
        Cluster.tags: TAGS,
        Cluster.encrypted: "flag(not_null(storage_encrypted, (!(snapshot_identifier || restore_to_point_in_time || global_cluster_identifier) && 'false') || ''))",
        Cluster.key: "kms_key_id",
        Cluster.own_key: "customer_key(kms_key_id)",
        Cluster.backup_days: "not_null(backup_retention_period, `1`)",
        Cluster.literal_password: "literal(master_password)",
        Cluster.security_groups: "vpc_security_group_ids",
        Cluster.name: "cluster_identifier",
        Cluster.deletion_protected: "flag(not_null(deletion_protection, `false`))",
        Cluster.exported_logs: "enabled_cloudwatch_logs_exports",
        Cluster.parameters: "db_cluster_parameter_group_name",
        Cluster.subnet_group: "db_subnet_group_name",
        Cluster.port: "port",
    },
    shows=[
        Shown(
            text="""
resource "aws_docdb_cluster" "plain" {}
""",
            gives=Cluster(
                "aws_docdb_cluster.plain",
                encrypted=False,
                key=frozenset(),
                own_key=False,
                backup_days=1,
                literal_password=False,
                security_groups=frozenset(),
                name=None,
                deletion_protected=False,
                exported_logs=frozenset(),
                parameters=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_kms_key" "data" {}

resource "aws_docdb_cluster_parameter_group" "strict" {
  family = "docdb5.0"
}

resource "aws_docdb_cluster" "catalog" {
  vpc_security_group_ids = [aws_security_group.inner.id]
  cluster_identifier              = "catalog"
  storage_encrypted               = true
  kms_key_id                      = aws_kms_key.data.arn
  backup_retention_period         = 14
  master_password                 = "correct-horse"
  deletion_protection             = true
  enabled_cloudwatch_logs_exports = ["audit"]
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.strict.name
}
""",
            gives=Cluster(
                "aws_docdb_cluster.catalog",
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                backup_days=14,
                literal_password=True,
                security_groups=frozenset({"aws_security_group.inner"}),
                name="catalog",
                deletion_protected=True,
                exported_logs=frozenset({"audit"}),
                parameters=frozenset({"aws_docdb_cluster_parameter_group.strict"}),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_docdb_subnet_group" "inner" {
  name       = "inner"
  subnet_ids = [aws_subnet.a.id]
}

resource "aws_docdb_cluster" "placed" {
  db_subnet_group_name = aws_docdb_subnet_group.inner.name
  port = 6000
}
""",
            gives=Cluster(
                "aws_docdb_cluster.placed", subnet_group=frozenset({"aws_docdb_subnet_group.inner"}), port=6000
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::DocDB::DBCluster"),
    names=("DBClusterIdentifier",),
    reads={
        Cluster.tags: TAGS_LISTED,
        Cluster.encrypted: "flag(not_null(StorageEncrypted, (!(SnapshotIdentifier || SourceDBClusterIdentifier || GlobalClusterIdentifier) && 'false') || ''))",
        Cluster.key: "KmsKeyId",
        Cluster.own_key: "customer_key(KmsKeyId)",
        Cluster.backup_days: "not_null(BackupRetentionPeriod, `1`)",
        Cluster.literal_password: "literal(MasterUserPassword)",
        Cluster.security_groups: "VpcSecurityGroupIds",
        Cluster.name: "DBClusterIdentifier",
        Cluster.deletion_protected: "flag(not_null(DeletionProtection, `false`))",
        Cluster.exported_logs: "EnableCloudwatchLogsExports",
        Cluster.parameters: "DBClusterParameterGroupName",
        Cluster.subnet_group: "DBSubnetGroupName",
        Cluster.port: "Port",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::DocDB::DBCluster
""",
            gives=Cluster(
                "Plain",
                encrypted=False,
                key=frozenset(),
                own_key=False,
                backup_days=1,
                literal_password=False,
                security_groups=frozenset(),
                name=None,
                deletion_protected=False,
                exported_logs=frozenset(),
                parameters=frozenset(),
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
  Strict:
    Type: AWS::DocDB::DBClusterParameterGroup
    Properties:
      Family: docdb5.0
      Description: Strict
      Parameters: {}
  Catalog:
    Type: AWS::DocDB::DBCluster
    Properties:
      VpcSecurityGroupIds: [!GetAtt Inner.GroupId]
      DBClusterIdentifier: catalog
      StorageEncrypted: true
      KmsKeyId: !Ref Data
      BackupRetentionPeriod: 14
      MasterUserPassword: correct-horse
      DeletionProtection: true
      EnableCloudwatchLogsExports: [audit]
      DBClusterParameterGroupName: !Ref Strict
""",
            gives=Cluster(
                "Catalog",
                encrypted=True,
                key=frozenset({"Data"}),
                own_key=True,
                backup_days=14,
                literal_password=True,
                security_groups=frozenset({"Inner"}),
                name="catalog",
                deletion_protected=True,
                exported_logs=frozenset({"audit"}),
                parameters=frozenset({"Strict"}),
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Inner:
    Type: AWS::DocDB::DBSubnetGroup
    Properties: {SubnetIds: [!Ref A]}
  Placed:
    Type: AWS::DocDB::DBCluster
    Properties: {DBSubnetGroupName: !Ref Inner, Port: 6000}
""",
            gives=Cluster("Placed", subnet_group=frozenset({"Inner"}), port=6000),
        ),
    ],
)
