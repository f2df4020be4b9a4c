"""Amazon RDS clusters: Aurora, and Multi-AZ clusters of other engines."""

from bartizan.content.kinds.aws.database import Database
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED
from bartizan.core.kind import Asset, Flag, Many, Number, Text
from bartizan.core.source import Beside, Block, Shown, Source
from bartizan.core.truth import Unknown


class Cluster(Database, kind="aws.rds.cluster", identifier="arn:{partition}:rds:{region}:{account}:cluster:{name}"):
    """Storage that several database servers share."""

    name = Text("Its identifier, where it is known before deployment.")
    engine = Text("Its engine: aurora-mysql, aurora-postgresql, mysql, postgres.")
    version = Text("The version asked for; the default one of the engine where unset.")
    serverless = Flag("It is of the first, serverless kind, which moves between zones by itself.")
    members = Number("How many servers of it are declared.")
    multi_zone = Flag("It is a Multi-AZ cluster, made with standbys in two other zones.")
    deletion_protected = Flag("It cannot be deleted before this setting is changed.")
    iam_authentication = Flag("Identities of AWS can sign in to it.")
    exported_logs = Many("Logs that are sent to CloudWatch.")
    data_api = Flag("SQL can be sent to it over HTTPS by whoever has the right in IAM.")


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_rds_cluster"),
    names=("cluster_identifier",),
    reads={
        Cluster.tags: TAGS,
        Cluster.encrypted: "flag(not_null(storage_encrypted, (!(snapshot_identifier || replication_source_identifier || restore_to_point_in_time || s3_import || global_cluster_identifier || engine_mode == 'serverless') && 'false') || ''))",
        Cluster.key: "kms_key_id",
        Cluster.own_key: "customer_key(kms_key_id)",
        Cluster.backup_days: "not_null(backup_retention_period, `1`)",
        Cluster.literal_password: "literal(master_password)",
        Cluster.security_groups: "vpc_security_group_ids",
        Cluster.name: "cluster_identifier",
        Cluster.engine: "lower(not_null(engine, 'aurora'))",
        Cluster.version: "engine_version",
        Cluster.serverless: "engine_mode == 'serverless'",
        Cluster.members: Beside(
            types="aws_rds_cluster_instance",
            on="cluster_identifier",
            read="length(@)",
            all=True,
            none=Unknown("no member of the cluster is declared here"),
        ),
        Cluster.multi_zone: "not_null(db_cluster_instance_class, '') != ''",
        Cluster.deletion_protected: "flag(not_null(deletion_protection, `false`))",
        Cluster.iam_authentication: "flag(not_null(iam_database_authentication_enabled, `false`))",
        Cluster.exported_logs: "enabled_cloudwatch_logs_exports",
        Cluster.data_api: "flag(not_null(enable_http_endpoint, `false`))",
        Cluster.subnet_group: "db_subnet_group_name",
        Cluster.port: "port",
    },
    shows=[
        Shown(
            text="""
resource "aws_rds_cluster" "plain" {
  engine = "aurora-postgresql"
}
""",
            gives=Cluster(
                "aws_rds_cluster.plain",
                encrypted=False,
                key=frozenset(),
                own_key=False,
                backup_days=1,
                literal_password=False,
                security_groups=frozenset(),
                name=None,
                version=None,
                serverless=False,
                multi_zone=False,
                deletion_protected=False,
                iam_authentication=False,
                exported_logs=frozenset(),
                data_api=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_kms_key" "data" {}

resource "aws_rds_cluster" "shop" {
  vpc_security_group_ids = [aws_security_group.inner.id]
  cluster_identifier                  = "shop"
  engine                              = "aurora-mysql"
  engine_version                      = "8.0.mysql_aurora.3.08.0"
  engine_mode                         = "serverless"
  db_cluster_instance_class           = "db.m6gd.large"
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.data.arn
  backup_retention_period             = 14
  master_password                     = "correct-horse"
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  enabled_cloudwatch_logs_exports     = ["audit"]
  enable_http_endpoint                = true
}

resource "aws_rds_cluster_instance" "first" {
  cluster_identifier = aws_rds_cluster.shop.id
  instance_class     = "db.r7g.large"
  engine             = "aurora-mysql"
}
""",
            gives=Cluster(
                "aws_rds_cluster.shop",
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                backup_days=14,
                literal_password=True,
                security_groups=frozenset({"aws_security_group.inner"}),
                name="shop",
                engine="aurora-mysql",
                version="8.0.mysql_aurora.3.08.0",
                serverless=True,
                members=1,
                multi_zone=True,
                deletion_protected=True,
                iam_authentication=True,
                exported_logs=frozenset({"audit"}),
                data_api=True,
            ),
        ),
        Shown(
            text="""
resource "aws_rds_cluster" "shop" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "both" {
  count              = 2
  cluster_identifier = aws_rds_cluster.shop.id
  instance_class     = "db.r7g.large"
  engine             = "aurora-mysql"
}
""",
            gives=Cluster("aws_rds_cluster.shop", members=2),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_db_subnet_group" "inner" {
  name       = "inner"
  subnet_ids = [aws_subnet.a.id]
}

resource "aws_rds_cluster" "placed" {
  db_subnet_group_name = aws_db_subnet_group.inner.name
  port = 6000
}
""",
            gives=Cluster("aws_rds_cluster.placed", subnet_group=frozenset({"aws_db_subnet_group.inner"}), port=6000),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::RDS::DBCluster"),
    names=("DBClusterIdentifier",),
    reads={
        Cluster.tags: TAGS_LISTED,
        Cluster.encrypted: "flag(not_null(StorageEncrypted, (!(SnapshotIdentifier || SourceDBClusterIdentifier || ReplicationSourceIdentifier || SourceDbClusterResourceId || GlobalClusterIdentifier || EngineMode == 'serverless') && 'false') || ''))",
        Cluster.key: "KmsKeyId",
        Cluster.own_key: "customer_key(KmsKeyId)",
        Cluster.backup_days: "not_null(BackupRetentionPeriod, `1`)",
        Cluster.literal_password: "literal(MasterUserPassword)",
        Cluster.security_groups: "VpcSecurityGroupIds",
        Cluster.name: "DBClusterIdentifier",
        Cluster.engine: "lower(Engine)",
        Cluster.version: "EngineVersion",
        Cluster.serverless: "EngineMode == 'serverless'",
        Cluster.members: Beside(
            types="AWS::RDS::DBInstance",
            on="DBClusterIdentifier",
            read="length(@)",
            all=True,
            none=Unknown("no member of the cluster is declared here"),
        ),
        Cluster.multi_zone: "not_null(DBClusterInstanceClass, '') != ''",
        Cluster.deletion_protected: "flag(not_null(DeletionProtection, `false`))",
        Cluster.iam_authentication: "flag(not_null(EnableIAMDatabaseAuthentication, `false`))",
        Cluster.exported_logs: "EnableCloudwatchLogsExports",
        Cluster.data_api: "flag(not_null(EnableHttpEndpoint, `false`))",
        Cluster.subnet_group: "DBSubnetGroupName",
        Cluster.port: "Port",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
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
                version=None,
                serverless=False,
                multi_zone=False,
                deletion_protected=False,
                iam_authentication=False,
                exported_logs=frozenset(),
                data_api=False,
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
  Shop:
    Type: AWS::RDS::DBCluster
    Properties:
      VpcSecurityGroupIds: [!GetAtt Inner.GroupId]
      DBClusterIdentifier: shop
      Engine: aurora-mysql
      EngineVersion: 8.0.mysql_aurora.3.08.0
      EngineMode: serverless
      DBClusterInstanceClass: db.m6gd.large
      StorageEncrypted: true
      KmsKeyId: !GetAtt Data.Arn
      BackupRetentionPeriod: 14
      MasterUserPassword: correct-horse
      DeletionProtection: true
      EnableIAMDatabaseAuthentication: true
      EnableCloudwatchLogsExports: [audit]
      EnableHttpEndpoint: true
  First:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref Shop
""",
            gives=Cluster(
                "Shop",
                encrypted=True,
                key=frozenset({"Data"}),
                own_key=True,
                backup_days=14,
                literal_password=True,
                security_groups=frozenset({"Inner"}),
                name="shop",
                engine="aurora-mysql",
                version="8.0.mysql_aurora.3.08.0",
                serverless=True,
                members=1,
                multi_zone=True,
                deletion_protected=True,
                iam_authentication=True,
                exported_logs=frozenset({"audit"}),
                data_api=True,
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Inner:
    Type: AWS::RDS::DBSubnetGroup
    Properties: {SubnetIds: [!Ref A]}
  Placed:
    Type: AWS::RDS::DBCluster
    Properties: {DBSubnetGroupName: !Ref Inner, Port: 6000}
""",
            gives=Cluster("Placed", subnet_group=frozenset({"Inner"}), port=6000),
        ),
    ],
)


class GlobalCluster(
    Asset, kind="aws.rds.global-cluster", identifier="arn:{partition}:rds::{account}:global-cluster:{name}"
):
    """Clusters in several regions that hold the same data."""

    encrypted = Flag("Its storage is encrypted at rest, in every region.")
    deletion_protected = Flag("It cannot be deleted before this setting is changed.")


GLOBAL_FROM_TERRAFORM = Source(
    of=GlobalCluster,
    each=Block("aws_rds_global_cluster"),
    names=("global_cluster_identifier",),
    reads={
        GlobalCluster.encrypted: "flag(not_null(storage_encrypted, (!(source_db_cluster_identifier) && 'false') || ''))",
        GlobalCluster.deletion_protected: "flag(not_null(deletion_protection, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_rds_global_cluster" "plain" {
  global_cluster_identifier = "plain"
}
""",
            gives=GlobalCluster("aws_rds_global_cluster.plain", encrypted=False, deletion_protected=False),
        ),
        Shown(
            text="""
resource "aws_rds_global_cluster" "shop" {
  global_cluster_identifier = "shop"
  storage_encrypted         = true
  deletion_protection       = true
}
""",
            gives=GlobalCluster("aws_rds_global_cluster.shop", encrypted=True, deletion_protected=True),
        ),
    ],
)

GLOBAL_FROM_CLOUDFORMATION = Source(
    of=GlobalCluster,
    each=Block("AWS::RDS::GlobalCluster"),
    reads={
        GlobalCluster.encrypted: "flag(not_null(StorageEncrypted, (!(SourceDBClusterIdentifier) && 'false') || ''))",
        GlobalCluster.deletion_protected: "flag(not_null(DeletionProtection, `false`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::RDS::GlobalCluster
""",
            gives=GlobalCluster("Plain", encrypted=False, deletion_protected=False),
        ),
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::RDS::GlobalCluster
    Properties:
      StorageEncrypted: true
      DeletionProtection: true
""",
            gives=GlobalCluster("Shop", encrypted=True, deletion_protected=True),
        ),
    ],
)
