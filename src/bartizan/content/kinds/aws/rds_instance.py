"""Amazon RDS database instances, alone or as members of a cluster."""

from bartizan.content.kinds.aws.database import Database
from bartizan.content.kinds.aws.rds_cluster import Cluster
from bartizan.content.kinds.aws.rds_parameter_group import ParameterGroup
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED
from bartizan.core.kind import Flag, Link, Many, Text
from bartizan.core.source import Block, First, Fixed, Shown, Source, Through, Unseen


class Instance(Database, kind="aws.rds.instance", identifier="arn:{partition}:rds:{region}:{account}:db:{name}"):
    """A database server, whose host and storage AWS runs."""

    name = Text("Its identifier, where it is known before deployment.")
    engine = Text("Its engine: mysql, postgres, aurora-mysql, sqlserver-ee ...")
    version = Text("The version asked for; the default one of the engine where unset.")
    member = Flag("It belongs to a cluster, which decides on storage, backups and logs.")
    cluster = Link(Cluster, "The cluster it belongs to.")
    replica = Flag("It copies another instance.")
    publicly_accessible = Flag("It has an address that is resolved and may be reached from the Internet.")
    multi_zone = Flag("A standby in another zone takes over.")
    minor_upgrades = Flag("Minor versions of the engine are installed by themselves.")
    deletion_protected = Flag("It cannot be deleted before this setting is changed.")
    iam_authentication = Flag("Identities of AWS can sign in to it.")
    exported_logs = Many("Logs that are sent to CloudWatch.")
    certificate_authority = Text("The authority of its certificate, where one is named.")
    parameters = Link(ParameterGroup, "Its parameter group, where that is declared too.")


FROM_TERRAFORM = Source(
    of=Instance,
    each=Block("aws_db_instance"),
    names=("identifier",),
    reads={
        Instance.tags: TAGS,
        Instance.encrypted: "flag(not_null(storage_encrypted, (!(snapshot_identifier || replicate_source_db || restore_to_point_in_time || s3_import) && 'false') || ''))",
        Instance.key: "kms_key_id",
        Instance.own_key: "customer_key(kms_key_id)",
        Instance.backup_days: "not_null(backup_retention_period, `0`)",
        Instance.literal_password: "literal(password)",
        Instance.security_groups: "vpc_security_group_ids",
        Instance.name: "identifier",
        Instance.engine: "lower(engine)",
        Instance.version: "engine_version",
        Instance.member: Fixed(False, "Members of clusters are declared by a resource of their own."),
        Instance.cluster: Fixed(None, "Members of clusters are declared by a resource of their own."),
        Instance.replica: "not_null(replicate_source_db, '') != ''",
        Instance.publicly_accessible: "flag(not_null(publicly_accessible, `false`))",
        Instance.multi_zone: "flag(not_null(multi_az, `false`))",
        Instance.minor_upgrades: "flag(not_null(auto_minor_version_upgrade, `true`))",
        Instance.deletion_protected: "flag(not_null(deletion_protection, `false`))",
        Instance.iam_authentication: "flag(not_null(iam_database_authentication_enabled, `false`))",
        Instance.exported_logs: "enabled_cloudwatch_logs_exports",
        Instance.certificate_authority: "ca_cert_identifier",
        Instance.parameters: "parameter_group_name",
        Instance.subnet_group: "db_subnet_group_name",
        Instance.port: "port",
    },
    shows=[
        Shown(
            text="""
resource "aws_db_instance" "plain" {
  instance_class = "db.t4g.micro"
  engine         = "mysql"
}
""",
            gives=Instance(
                "aws_db_instance.plain",
                encrypted=False,
                key=frozenset(),
                own_key=False,
                backup_days=0,
                literal_password=False,
                security_groups=frozenset(),
                name=None,
                version=None,
                member=False,
                cluster=frozenset(),
                replica=False,
                publicly_accessible=False,
                multi_zone=False,
                minor_upgrades=True,
                deletion_protected=False,
                iam_authentication=False,
                exported_logs=frozenset(),
                certificate_authority=None,
                parameters=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_kms_key" "data" {}

resource "aws_db_parameter_group" "strict" {
  name   = "strict"
  family = "postgres16"
}

resource "aws_db_instance" "orders" {
  vpc_security_group_ids = [aws_security_group.inner.id]
  identifier                          = "orders"
  instance_class                      = "db.m7g.large"
  engine                              = "Postgres"
  engine_version                      = "16.4"
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.data.arn
  backup_retention_period             = 14
  password                            = "correct-horse"
  publicly_accessible                 = true
  multi_az                            = true
  auto_minor_version_upgrade          = false
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  enabled_cloudwatch_logs_exports     = ["postgresql"]
  ca_cert_identifier                  = "rds-ca-2019"
  parameter_group_name                = aws_db_parameter_group.strict.name
}
""",
            gives=Instance(
                "aws_db_instance.orders",
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                backup_days=14,
                literal_password=True,
                security_groups=frozenset({"aws_security_group.inner"}),
                name="orders",
                engine="postgres",
                version="16.4",
                member=False,
                cluster=frozenset(),
                replica=False,
                publicly_accessible=True,
                multi_zone=True,
                minor_upgrades=False,
                deletion_protected=True,
                iam_authentication=True,
                exported_logs=frozenset({"postgresql"}),
                certificate_authority="rds-ca-2019",
                parameters=frozenset({"aws_db_parameter_group.strict"}),
            ),
        ),
        Shown(
            text="""
resource "random_password" "db" {
  length = 32
}

resource "aws_db_instance" "primary" {
  instance_class = "db.t4g.micro"
  password       = random_password.db.result
}

resource "aws_db_instance" "copy" {
  instance_class      = "db.t4g.micro"
  replicate_source_db = aws_db_instance.primary.identifier
}
""",
            gives=Instance("aws_db_instance.copy", replica=True),
        ),
        Shown(
            text="""
resource "random_password" "db" {
  length = 32
}

resource "aws_db_instance" "primary" {
  instance_class = "db.t4g.micro"
  password       = random_password.db.result
}
""",
            gives=Instance("aws_db_instance.primary", literal_password=False, replica=False),
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

resource "aws_db_instance" "placed" {
  db_subnet_group_name = aws_db_subnet_group.inner.name
  port = 6000
}
""",
            gives=Instance("aws_db_instance.placed", subnet_group=frozenset({"aws_db_subnet_group.inner"}), port=6000),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Instance,
    each=Block("AWS::RDS::DBInstance"),
    names=("DBInstanceIdentifier",),
    reads={
        Instance.tags: TAGS_LISTED,
        Instance.encrypted: "flag(not_null(StorageEncrypted, (!(DBSnapshotIdentifier || SourceDBInstanceIdentifier || SourceDbiResourceId || DBClusterSnapshotIdentifier || RestoreTime || UseLatestRestorableTime) && 'false') || ''))",
        Instance.key: "KmsKeyId",
        Instance.own_key: "customer_key(KmsKeyId)",
        Instance.backup_days: "not_null(BackupRetentionPeriod, `1`)",
        Instance.literal_password: "literal(MasterUserPassword)",
        Instance.security_groups: First(
            "VPCSecurityGroups", Through(by="DBClusterIdentifier", read="VpcSecurityGroupIds")
        ),
        Instance.name: "DBInstanceIdentifier",
        Instance.engine: "lower(Engine)",
        Instance.version: "EngineVersion",
        Instance.member: "DBClusterIdentifier != `null`",
        Instance.cluster: "DBClusterIdentifier",
        Instance.replica: "not_null(SourceDBInstanceIdentifier, SourceDBClusterIdentifier, '') != ''",
        Instance.publicly_accessible: "flag(PubliclyAccessible)",
        Instance.multi_zone: "flag(not_null(MultiAZ, `false`))",
        Instance.minor_upgrades: "flag(not_null(AutoMinorVersionUpgrade, `true`))",
        Instance.deletion_protected: "flag(not_null(DeletionProtection, `false`))",
        Instance.iam_authentication: "flag(not_null(EnableIAMDatabaseAuthentication, `false`))",
        Instance.exported_logs: "EnableCloudwatchLogsExports",
        Instance.certificate_authority: "CACertificateIdentifier",
        Instance.parameters: "DBParameterGroupName",
        Instance.subnet_group: "DBSubnetGroupName",
        Instance.port: "Port",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceClass: db.t4g.micro
      Engine: mysql
""",
            gives=Instance(
                "Plain",
                encrypted=False,
                key=frozenset(),
                own_key=False,
                backup_days=1,
                literal_password=False,
                security_groups=frozenset(),
                name=None,
                version=None,
                member=False,
                cluster=frozenset(),
                replica=False,
                multi_zone=False,
                minor_upgrades=True,
                deletion_protected=False,
                iam_authentication=False,
                exported_logs=frozenset(),
                certificate_authority=None,
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
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Family: postgres16
      Description: Strict
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      VPCSecurityGroups: [!GetAtt Inner.GroupId]
      DBInstanceIdentifier: orders
      DBInstanceClass: db.m7g.large
      Engine: postgres
      EngineVersion: "16.4"
      StorageEncrypted: true
      KmsKeyId: !Ref Data
      BackupRetentionPeriod: 14
      MasterUserPassword: correct-horse
      PubliclyAccessible: true
      MultiAZ: true
      AutoMinorVersionUpgrade: false
      DeletionProtection: true
      EnableIAMDatabaseAuthentication: true
      EnableCloudwatchLogsExports: [postgresql]
      CACertificateIdentifier: rds-ca-2019
      DBParameterGroupName: !Ref Strict
""",
            gives=Instance(
                "Orders",
                encrypted=True,
                key=frozenset({"Data"}),
                own_key=True,
                backup_days=14,
                literal_password=True,
                security_groups=frozenset({"Inner"}),
                name="orders",
                engine="postgres",
                version="16.4",
                replica=False,
                publicly_accessible=True,
                multi_zone=True,
                minor_upgrades=False,
                deletion_protected=True,
                iam_authentication=True,
                exported_logs=frozenset({"postgresql"}),
                certificate_authority="rds-ca-2019",
                parameters=frozenset({"Strict"}),
            ),
        ),
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      StorageEncrypted: true
      BackupRetentionPeriod: 7
  First:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceClass: db.r7g.large
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref Shop
""",
            gives=Instance("First", member=True, cluster=frozenset({"Shop"})),
        ),
        Shown(
            text="""
Resources:
  Safe:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceClass: db.t4g.micro
      Engine: mysql
      MasterUserPassword: "{{resolve:secretsmanager:db:SecretString:password}}"
""",
            gives=Instance("Safe", literal_password=False),
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
    Type: AWS::RDS::DBInstance
    Properties: {DBSubnetGroupName: !Ref Inner, Port: 6000}
""",
            gives=Instance("Placed", subnet_group=frozenset({"Inner"}), port=6000),
        ),
    ],
)

FROM_TERRAFORM_MEMBER = Source(
    of=Instance,
    each=Block("aws_rds_cluster_instance"),
    names=("identifier",),
    reads={
        Instance.tags: TAGS,
        Instance.name: "identifier",
        Instance.engine: "lower(engine)",
        Instance.version: First("engine_version", Through(by="cluster_identifier", read="engine_version")),
        Instance.member: Fixed(True, "This resource is for members only."),
        Instance.cluster: "cluster_identifier",
        Instance.replica: Fixed(False, "Members share one storage."),
        Instance.publicly_accessible: "flag(not_null(publicly_accessible, `false`))",
        Instance.multi_zone: Unseen("A member has no such setting of its own; its cluster has."),
        Instance.minor_upgrades: "flag(not_null(auto_minor_version_upgrade, `true`))",
        Instance.deletion_protected: Unseen("A member has no such setting of its own; its cluster has."),
        Instance.iam_authentication: Unseen("A member has no such setting of its own; its cluster has."),
        Instance.exported_logs: Unseen("A member has no such setting of its own; its cluster has."),
        Instance.certificate_authority: "ca_cert_identifier",
        Instance.parameters: "db_parameter_group_name",
        Instance.encrypted: Unseen("A member has no such setting of its own; its cluster has."),
        Instance.key: Unseen("A member has no such setting of its own; its cluster has."),
        Instance.own_key: Unseen("A member has no such setting of its own; its cluster has."),
        Instance.backup_days: Unseen("A member has no such setting of its own; its cluster has."),
        Instance.literal_password: Fixed(False, "A member has no password of its own."),
        Instance.security_groups: Through(by="cluster_identifier", read="vpc_security_group_ids"),
        Instance.subnet_group: "db_subnet_group_name",
        Instance.port: Through(by="cluster_identifier", read="port"),
    },
    shows=[
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_rds_cluster" "shop" {
  engine                 = "aurora-mysql"
  engine_version         = "8.0.mysql_aurora.3.08.0"
  vpc_security_group_ids = [aws_security_group.inner.id]
}

resource "aws_rds_cluster_instance" "first" {
  cluster_identifier = aws_rds_cluster.shop.id
  instance_class     = "db.r7g.large"
  engine             = "aurora-mysql"
}
""",
            gives=Instance(
                "aws_rds_cluster_instance.first",
                name=None,
                engine="aurora-mysql",
                version="8.0.mysql_aurora.3.08.0",
                member=True,
                cluster=frozenset({"aws_rds_cluster.shop"}),
                replica=False,
                publicly_accessible=False,
                minor_upgrades=True,
                certificate_authority=None,
                parameters=frozenset(),
                literal_password=False,
                security_groups=frozenset({"aws_security_group.inner"}),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_rds_cluster_instance" "second" {
  identifier                 = "second"
  cluster_identifier         = "elsewhere"
  instance_class             = "db.r7g.large"
  engine                     = "aurora-postgresql"
  engine_version             = "16.4"
  publicly_accessible        = true
  auto_minor_version_upgrade = false
  ca_cert_identifier         = "rds-ca-rsa2048-g1"
}
""",
            gives=Instance(
                "aws_rds_cluster_instance.second",
                name="second",
                engine="aurora-postgresql",
                version="16.4",
                publicly_accessible=True,
                minor_upgrades=False,
                certificate_authority="rds-ca-rsa2048-g1",
            ),
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

resource "aws_rds_cluster" "main" {
  cluster_identifier = "main"
  engine             = "aurora-mysql"
  port               = 6000
}

resource "aws_rds_cluster_instance" "placed" {
  cluster_identifier = aws_rds_cluster.main.cluster_identifier
  db_subnet_group_name = aws_db_subnet_group.inner.name
}
""",
            gives=Instance(
                "aws_rds_cluster_instance.placed", subnet_group=frozenset({"aws_db_subnet_group.inner"}), port=6000
            ),
        ),
    ],
)
