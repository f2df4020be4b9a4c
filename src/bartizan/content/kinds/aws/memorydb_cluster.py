"""Amazon MemoryDB clusters."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.placed import Grouped
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Flag, Link, Number, Text
from bartizan.core.source import Block, Shown, Source


class Cluster(
    DataStore,
    Grouped,
    kind="aws.memorydb.cluster",
    identifier="arn:{partition}:memorydb:{region}:{account}:cluster/{name}",
):
    """A database in memory that speaks the protocol of Redis."""

    name = Text("Its name, where it is known before deployment.")
    tls = Flag("Connections are encrypted on their way.")
    open_to_all = Flag("Its access control list is open-access, which lets everyone in.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    snapshot_days = Number("Days that automatic snapshots are kept; 0 is none.")
    security_groups = Link(
        SecurityGroup, "Security groups that are named for it; the default one of the network where none is."
    )
    port = Number("The port it listens on; none where it is the one its engine has by itself.")


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_memorydb_cluster"),
    names=("name",),
    reads={
        Cluster.tags: TAGS,
        Cluster.name: "name",
        Cluster.tls: "flag(not_null(tls_enabled, `true`))",
        Cluster.open_to_all: "literal(acl_name) && acl_name == 'open-access'",
        Cluster.key: "kms_key_arn",
        Cluster.own_key: "customer_key(kms_key_arn)",
        Cluster.snapshot_days: "not_null(snapshot_retention_limit, `0`)",
        Cluster.security_groups: "security_group_ids",
        Cluster.subnet_group: "subnet_group_name",
        Cluster.port: "port",
    },
    shows=[
        Shown(
            text="""
resource "aws_memorydb_cluster" "plain" {
  acl_name  = "open-access"
  node_type = "db.t4g.small"
}
""",
            gives=Cluster(
                "aws_memorydb_cluster.plain",
                name=None,
                tls=True,
                open_to_all=True,
                key=frozenset(),
                own_key=False,
                snapshot_days=0,
                security_groups=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_kms_key" "data" {}

resource "aws_memorydb_cluster" "carts" {
  security_group_ids = [aws_security_group.inner.id]
  name                     = "carts"
  acl_name                 = "people"
  node_type                = "db.t4g.small"
  tls_enabled              = false
  kms_key_arn              = aws_kms_key.data.arn
  snapshot_retention_limit = 7
}
""",
            gives=Cluster(
                "aws_memorydb_cluster.carts",
                name="carts",
                tls=False,
                open_to_all=False,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                snapshot_days=7,
                security_groups=frozenset({"aws_security_group.inner"}),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_memorydb_subnet_group" "inner" {
  name       = "inner"
  subnet_ids = [aws_subnet.a.id]
}

resource "aws_memorydb_cluster" "placed" {
  subnet_group_name = aws_memorydb_subnet_group.inner.name
  port = 6000
}
""",
            gives=Cluster(
                "aws_memorydb_cluster.placed", subnet_group=frozenset({"aws_memorydb_subnet_group.inner"}), port=6000
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::MemoryDB::Cluster"),
    names=("ClusterName",),
    reads={
        Cluster.tags: TAGS_LISTED,
        Cluster.name: "ClusterName",
        Cluster.tls: "flag(not_null(TLSEnabled, `true`))",
        Cluster.open_to_all: "literal(ACLName) && ACLName == 'open-access'",
        Cluster.key: "KmsKeyId",
        Cluster.own_key: "customer_key(KmsKeyId)",
        Cluster.snapshot_days: "not_null(SnapshotRetentionLimit, `0`)",
        Cluster.security_groups: "SecurityGroupIds",
        Cluster.subnet_group: "SubnetGroupName",
        Cluster.port: "Port",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ACLName: open-access
      NodeType: db.t4g.small
""",
            gives=Cluster(
                "Plain",
                name=None,
                tls=True,
                open_to_all=True,
                key=frozenset(),
                own_key=False,
                snapshot_days=0,
                security_groups=frozenset(),
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
  Carts:
    Type: AWS::MemoryDB::Cluster
    Properties:
      SecurityGroupIds: [!GetAtt Inner.GroupId]
      ClusterName: carts
      ACLName: people
      NodeType: db.t4g.small
      TLSEnabled: false
      KmsKeyId: !GetAtt Data.Arn
      SnapshotRetentionLimit: 7
""",
            gives=Cluster(
                "Carts",
                name="carts",
                tls=False,
                open_to_all=False,
                key=frozenset({"Data"}),
                own_key=True,
                snapshot_days=7,
                security_groups=frozenset({"Inner"}),
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Inner:
    Type: AWS::MemoryDB::SubnetGroup
    Properties: {SubnetIds: [!Ref A]}
  Placed:
    Type: AWS::MemoryDB::Cluster
    Properties: {SubnetGroupName: !Ref Inner, Port: 6000}
""",
            gives=Cluster("Placed", subnet_group=frozenset({"Inner"}), port=6000),
        ),
    ],
)
