"""Amazon Neptune clusters and their instances."""

from bartizan.content.kinds.aws.database import Database
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Flag, Link, Many, Text
from bartizan.core.source import Block, Fixed, Shown, Source


class Cluster(Database, kind="aws.neptune.cluster", identifier="arn:{partition}:rds:{region}:{account}:cluster:{name}"):
    """Storage of a graph that several servers share."""

    name = Text("Its identifier, where it is known before deployment.")
    deletion_protected = Flag("It cannot be deleted before this setting is changed.")
    exported_logs = Many("Logs that are sent to CloudWatch: audit, slowquery.")
    iam_authentication = Flag("Requests must be signed by an identity of AWS; otherwise everyone in reach is let in.")


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_neptune_cluster"),
    names=("cluster_identifier",),
    reads={
        Cluster.tags: TAGS,
        Cluster.encrypted: "flag(not_null(storage_encrypted, (!(snapshot_identifier || replication_source_identifier || global_cluster_identifier) && 'false') || ''))",
        Cluster.key: "kms_key_arn",
        Cluster.own_key: "customer_key(kms_key_arn)",
        Cluster.backup_days: "not_null(backup_retention_period, `1`)",
        Cluster.literal_password: Fixed(False, "Neptune has no passwords."),
        Cluster.security_groups: "vpc_security_group_ids",
        Cluster.name: "cluster_identifier",
        Cluster.deletion_protected: "flag(not_null(deletion_protection, `false`))",
        Cluster.exported_logs: "enable_cloudwatch_logs_exports",
        Cluster.iam_authentication: "flag(not_null(iam_database_authentication_enabled, `false`))",
        Cluster.subnet_group: "neptune_subnet_group_name",
        Cluster.port: "port",
    },
    shows=[
        Shown(
            text="""
resource "aws_neptune_cluster" "plain" {}
""",
            gives=Cluster(
                "aws_neptune_cluster.plain",
                encrypted=False,
                key=frozenset(),
                own_key=False,
                backup_days=1,
                literal_password=False,
                security_groups=frozenset(),
                name=None,
                deletion_protected=False,
                exported_logs=frozenset(),
                iam_authentication=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_kms_key" "data" {}

resource "aws_neptune_cluster" "social" {
  vpc_security_group_ids = [aws_security_group.inner.id]
  cluster_identifier                  = "social"
  storage_encrypted                   = true
  kms_key_arn                         = aws_kms_key.data.arn
  backup_retention_period             = 14
  deletion_protection                 = true
  enable_cloudwatch_logs_exports      = ["audit"]
  iam_database_authentication_enabled = true
}
""",
            gives=Cluster(
                "aws_neptune_cluster.social",
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                backup_days=14,
                literal_password=False,
                security_groups=frozenset({"aws_security_group.inner"}),
                name="social",
                deletion_protected=True,
                exported_logs=frozenset({"audit"}),
                iam_authentication=True,
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_neptune_subnet_group" "inner" {
  name       = "inner"
  subnet_ids = [aws_subnet.a.id]
}

resource "aws_neptune_cluster" "placed" {
  neptune_subnet_group_name = aws_neptune_subnet_group.inner.name
  port = 6000
}
""",
            gives=Cluster(
                "aws_neptune_cluster.placed", subnet_group=frozenset({"aws_neptune_subnet_group.inner"}), port=6000
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::Neptune::DBCluster"),
    names=("DBClusterIdentifier",),
    reads={
        Cluster.tags: TAGS_LISTED,
        Cluster.encrypted: "flag(not_null(StorageEncrypted, (!(SnapshotIdentifier || SourceDBClusterIdentifier || GlobalClusterIdentifier) && 'false') || ''))",
        Cluster.key: "KmsKeyId",
        Cluster.own_key: "customer_key(KmsKeyId)",
        Cluster.backup_days: "not_null(BackupRetentionPeriod, `1`)",
        Cluster.literal_password: Fixed(False, "Neptune has no passwords."),
        Cluster.security_groups: "VpcSecurityGroupIds",
        Cluster.name: "DBClusterIdentifier",
        Cluster.deletion_protected: "flag(not_null(DeletionProtection, `false`))",
        Cluster.exported_logs: "EnableCloudwatchLogsExports",
        Cluster.iam_authentication: "flag(not_null(IamAuthEnabled, `false`))",
        Cluster.subnet_group: "DBSubnetGroupName",
        Cluster.port: "DBPort",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Neptune::DBCluster
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
                iam_authentication=False,
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
  Social:
    Type: AWS::Neptune::DBCluster
    Properties:
      VpcSecurityGroupIds: [!GetAtt Inner.GroupId]
      DBClusterIdentifier: social
      StorageEncrypted: true
      KmsKeyId: !Ref Data
      BackupRetentionPeriod: 14
      DeletionProtection: true
      EnableCloudwatchLogsExports: [audit]
      IamAuthEnabled: true
""",
            gives=Cluster(
                "Social",
                encrypted=True,
                key=frozenset({"Data"}),
                own_key=True,
                backup_days=14,
                literal_password=False,
                security_groups=frozenset({"Inner"}),
                name="social",
                deletion_protected=True,
                exported_logs=frozenset({"audit"}),
                iam_authentication=True,
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Inner:
    Type: AWS::Neptune::DBSubnetGroup
    Properties: {SubnetIds: [!Ref A]}
  Placed:
    Type: AWS::Neptune::DBCluster
    Properties: {DBSubnetGroupName: !Ref Inner, DBPort: 6000}
""",
            gives=Cluster("Placed", subnet_group=frozenset({"Inner"}), port=6000),
        ),
    ],
)


class Instance(Endpoint, kind="aws.neptune.instance", identifier="arn:{partition}:rds:{region}:{account}:db:{name}"):
    """A server of a Neptune cluster."""

    cluster = Link(Cluster, "The cluster it belongs to.")
    publicly_accessible = Flag("It has an address that may be reached from the Internet.")
    minor_upgrades = Flag("Minor versions of the engine are installed by themselves.")


INSTANCE_FROM_TERRAFORM = Source(
    of=Instance,
    each=Block("aws_neptune_cluster_instance"),
    names=("identifier",),
    reads={
        Instance.cluster: "cluster_identifier",
        Instance.publicly_accessible: "flag(not_null(publicly_accessible, `false`))",
        Instance.minor_upgrades: "flag(not_null(auto_minor_version_upgrade, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_neptune_cluster_instance" "plain" {
  cluster_identifier = "elsewhere"
  instance_class     = "db.r6g.large"
}
""",
            gives=Instance("aws_neptune_cluster_instance.plain", publicly_accessible=False, minor_upgrades=True),
        ),
        Shown(
            text="""
resource "aws_neptune_cluster" "social" {}

resource "aws_neptune_cluster_instance" "first" {
  cluster_identifier         = aws_neptune_cluster.social.id
  instance_class             = "db.r6g.large"
  publicly_accessible        = true
  auto_minor_version_upgrade = false
}
""",
            gives=Instance(
                "aws_neptune_cluster_instance.first",
                cluster=frozenset({"aws_neptune_cluster.social"}),
                publicly_accessible=True,
                minor_upgrades=False,
            ),
        ),
    ],
)

INSTANCE_FROM_CLOUDFORMATION = Source(
    of=Instance,
    each=Block("AWS::Neptune::DBInstance"),
    names=("DBInstanceIdentifier",),
    reads={
        Instance.cluster: "DBClusterIdentifier",
        Instance.publicly_accessible: "flag(not_null(PubliclyAccessible, `false`))",
        Instance.minor_upgrades: "flag(not_null(AutoMinorVersionUpgrade, `true`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Neptune::DBInstance
    Properties:
      DBInstanceClass: db.r6g.large
""",
            gives=Instance("Plain", publicly_accessible=False, minor_upgrades=True),
        ),
        Shown(
            text="""
Resources:
  Social:
    Type: AWS::Neptune::DBCluster
  First:
    Type: AWS::Neptune::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Social
      DBInstanceClass: db.r6g.large
      PubliclyAccessible: true
      AutoMinorVersionUpgrade: false
""",
            gives=Instance("First", cluster=frozenset({"Social"}), publicly_accessible=True, minor_upgrades=False),
        ),
    ],
)
