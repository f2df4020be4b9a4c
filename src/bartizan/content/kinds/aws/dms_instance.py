"""AWS Database Migration Service: replication instances and the endpoints they connect."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.placed import Grouped
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class ReplicationInstance(
    Grouped, kind="aws.dms.replication-instance", identifier="arn:{partition}:dms:{region}:{account}:rep:{id}"
):
    """A machine that copies data from one database to another."""

    publicly_accessible = Flag("It has an address on the Internet.")
    minor_upgrades = Flag("Minor versions of the engine are installed by themselves.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    security_groups = Link(
        SecurityGroup, "Security groups that are named for it; the default one of the network where none is."
    )


FROM_TERRAFORM = Source(
    of=ReplicationInstance,
    each=Block("aws_dms_replication_instance"),
    reads={
        ReplicationInstance.publicly_accessible: "flag(not_null(publicly_accessible, `false`))",
        ReplicationInstance.minor_upgrades: "flag(not_null(auto_minor_version_upgrade, `false`))",
        ReplicationInstance.key: "kms_key_arn",
        ReplicationInstance.own_key: "customer_key(kms_key_arn)",
        ReplicationInstance.security_groups: "vpc_security_group_ids",
        ReplicationInstance.subnet_group: "replication_subnet_group_id",
    },
    shows=[
        Shown(
            text="""
resource "aws_dms_replication_instance" "plain" {}
""",
            gives=ReplicationInstance(
                "aws_dms_replication_instance.plain",
                publicly_accessible=False,
                minor_upgrades=False,
                key=frozenset(),
                own_key=False,
                security_groups=frozenset(),
                subnet_group=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_kms_key" "data" {}

resource "aws_dms_replication_instance" "move" {
  vpc_security_group_ids = [aws_security_group.inner.id]
  publicly_accessible        = true
  auto_minor_version_upgrade = true
  kms_key_arn                = aws_kms_key.data.arn
}
""",
            gives=ReplicationInstance(
                "aws_dms_replication_instance.move",
                publicly_accessible=True,
                minor_upgrades=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                security_groups=frozenset({"aws_security_group.inner"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=ReplicationInstance,
    each=Block("AWS::DMS::ReplicationInstance"),
    reads={
        ReplicationInstance.publicly_accessible: "flag(not_null(PubliclyAccessible, `true`))",
        ReplicationInstance.minor_upgrades: "flag(not_null(AutoMinorVersionUpgrade, `true`))",
        ReplicationInstance.key: "KmsKeyId",
        ReplicationInstance.own_key: "customer_key(KmsKeyId)",
        ReplicationInstance.security_groups: "VpcSecurityGroupIds",
        ReplicationInstance.subnet_group: "ReplicationSubnetGroupIdentifier",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceClass: dms.t3.small
""",
            gives=ReplicationInstance(
                "Plain",
                publicly_accessible=True,
                minor_upgrades=True,
                key=frozenset(),
                own_key=False,
                security_groups=frozenset(),
                subnet_group=frozenset(),
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
  Move:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      VpcSecurityGroupIds: [!GetAtt Inner.GroupId]
      ReplicationInstanceClass: dms.t3.small
      PubliclyAccessible: false
      AutoMinorVersionUpgrade: false
      KmsKeyId: !Ref Data
""",
            gives=ReplicationInstance(
                "Move",
                publicly_accessible=False,
                minor_upgrades=False,
                key=frozenset({"Data"}),
                own_key=True,
                security_groups=frozenset({"Inner"}),
            ),
        ),
    ],
)


class Endpoint(Asset, kind="aws.dms.endpoint", identifier="arn:{partition}:dms:{region}:{account}:endpoint:{id}"):
    """A database that data is copied from or to."""

    engine = Text("What it is: mysql, postgres, oracle, s3 ...")
    tls = Text("How the connection is protected: none, require, verify-ca or verify-full.")
    literal_password = Flag("Its password is written in the source.")


ENDPOINT_FROM_TERRAFORM = Source(
    of=Endpoint,
    each=Block("aws_dms_endpoint"),
    reads={
        Endpoint.engine: "lower(engine_name)",
        Endpoint.tls: "lower(not_null(ssl_mode, 'none'))",
        Endpoint.literal_password: "literal(password)",
    },
    shows=[
        Shown(
            text="""
resource "aws_dms_endpoint" "plain" {
  engine_name = "mysql"
}
""",
            gives=Endpoint("aws_dms_endpoint.plain", engine="mysql", tls="none", literal_password=False),
        ),
        Shown(
            text="""
resource "aws_dms_endpoint" "orders" {
  engine_name = "postgres"
  ssl_mode    = "verify-full"
  password    = "correct-horse"
}
""",
            gives=Endpoint("aws_dms_endpoint.orders", engine="postgres", tls="verify-full", literal_password=True),
        ),
    ],
)

ENDPOINT_FROM_CLOUDFORMATION = Source(
    of=Endpoint,
    each=Block("AWS::DMS::Endpoint"),
    reads={
        Endpoint.engine: "lower(EngineName)",
        Endpoint.tls: "lower(not_null(SslMode, 'none'))",
        Endpoint.literal_password: "literal(Password)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::DMS::Endpoint
    Properties:
      EngineName: mysql
      EndpointType: source
""",
            gives=Endpoint("Plain", engine="mysql", tls="none", literal_password=False),
        ),
        Shown(
            text="""
Resources:
  Orders:
    Type: AWS::DMS::Endpoint
    Properties:
      EngineName: postgres
      EndpointType: source
      SslMode: verify-full
      Password: correct-horse
""",
            gives=Endpoint("Orders", engine="postgres", tls="verify-full", literal_password=True),
        ),
    ],
)
