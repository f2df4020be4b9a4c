"""Amazon ElastiCache: replication groups of Redis and Valkey, and single clusters."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.placed import Grouped
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Flag, Link, Number, Text
from bartizan.core.source import Block, Fixed, Shown, Source


class Cache(DataStore, Grouped):
    """Keeps data in memory for programs in its network."""

    name = Text("Its identifier, where it is known before deployment.")
    engine = Text("Its engine: redis, valkey or memcached.")
    snapshot_days = Number("Days that automatic snapshots are kept; 0 is none.")
    minor_upgrades = Flag("Minor versions of the engine are installed by themselves.")
    own_subnets = Flag("It is placed in chosen subnets, not in the default ones.")
    tls = Flag("Connections are encrypted on their way.")
    security_groups = Link(
        SecurityGroup, "Security groups that are named for it; the default one of the network where none is."
    )
    port = Number("The port it listens on; none where it is the one its engine has by itself.")


class Group(
    Cache,
    kind="aws.elasticache.replication-group",
    identifier="arn:{partition}:elasticache:{region}:{account}:replicationgroup:{name}",
):
    """Servers of Redis or Valkey that keep the same data, or shards of it."""

    encrypted = Flag("What it writes to disk is encrypted at rest.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    tls_only = Flag("Connections without encryption are refused.")
    authenticates = Flag("Clients need a token, or a user of a user group.")
    literal_token = Flag("The token is written in the source.")
    fails_over = Flag("A replica takes over when the primary server fails.")
    multi_zone = Flag("Its servers are spread over zones.")


FROM_TERRAFORM = Source(
    of=Group,
    each=Block("aws_elasticache_replication_group"),
    names=("replication_group_id",),
    reads={
        Group.tags: TAGS,
        Group.name: "replication_group_id",
        Group.engine: "lower(not_null(engine, 'redis'))",
        Group.snapshot_days: "not_null(snapshot_retention_limit, `0`)",
        Group.minor_upgrades: "flag(not_null(auto_minor_version_upgrade, `true`))",
        Group.own_subnets: "not_null(subnet_group_name, '') != '' && !(literal(subnet_group_name) && subnet_group_name == 'default')",
        Group.tls: "flag(not_null(transit_encryption_enabled, ((!global_replication_group_id && 'false') || '')))",
        Group.security_groups: "security_group_ids",
        Group.encrypted: "flag(not_null(at_rest_encryption_enabled, ((lower(engine) == 'valkey' && 'true') || (!global_replication_group_id && 'false') || '')))",
        Group.key: "kms_key_id",
        Group.own_key: "customer_key(kms_key_id)",
        Group.tls_only: "flag(not_null(transit_encryption_enabled, ((!global_replication_group_id && 'false') || ''))) && not_null(transit_encryption_mode, 'required') == 'required'",
        Group.authenticates: "not_null(auth_token, '') != '' || auth_token_wo != `null` || length(not_null(user_group_ids, `[]`)) > `0`",
        Group.literal_token: "literal(auth_token)",
        Group.fails_over: "flag(not_null(automatic_failover_enabled, `false`))",
        Group.multi_zone: "flag(not_null(multi_az_enabled, `false`))",
        Group.subnet_group: "subnet_group_name",
        Group.port: "port",
    },
    shows=[
        Shown(
            text="""
resource "aws_elasticache_replication_group" "plain" {
  replication_group_id = "plain"
  description          = "Plain"
}
""",
            gives=Group(
                "aws_elasticache_replication_group.plain",
                engine="redis",
                snapshot_days=0,
                minor_upgrades=True,
                own_subnets=False,
                tls=False,
                security_groups=frozenset(),
                encrypted=False,
                key=frozenset(),
                own_key=False,
                tls_only=False,
                authenticates=False,
                literal_token=False,
                fails_over=False,
                multi_zone=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_kms_key" "data" {}

resource "aws_elasticache_replication_group" "sessions" {
  security_group_ids = [aws_security_group.inner.id]
  replication_group_id       = "sessions"
  description                = "Sessions"
  engine                     = "valkey"
  at_rest_encryption_enabled = true
  kms_key_id                 = aws_kms_key.data.arn
  transit_encryption_enabled = true
  auth_token                 = "correct-horse-battery"
  automatic_failover_enabled = true
  multi_az_enabled           = true
  auto_minor_version_upgrade = false
  snapshot_retention_limit   = 7
  subnet_group_name          = "private"
}
""",
            gives=Group(
                "aws_elasticache_replication_group.sessions",
                name="sessions",
                engine="valkey",
                snapshot_days=7,
                minor_upgrades=False,
                own_subnets=True,
                tls=True,
                security_groups=frozenset({"aws_security_group.inner"}),
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                tls_only=True,
                authenticates=True,
                literal_token=True,
                fails_over=True,
                multi_zone=True,
            ),
        ),
        Shown(
            text="""
resource "aws_elasticache_replication_group" "mixed" {
  replication_group_id       = "mixed"
  engine                     = "valkey"
  transit_encryption_enabled = true
  transit_encryption_mode    = "preferred"
  user_group_ids             = ["people"]
}
""",
            gives=Group(
                "aws_elasticache_replication_group.mixed",
                encrypted=True,
                tls=True,
                tls_only=False,
                authenticates=True,
                literal_token=False,
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_elasticache_subnet_group" "inner" {
  name       = "inner"
  subnet_ids = [aws_subnet.a.id]
}

resource "aws_elasticache_replication_group" "placed" {
  subnet_group_name = aws_elasticache_subnet_group.inner.name
  port = 6000
}
""",
            gives=Group(
                "aws_elasticache_replication_group.placed",
                subnet_group=frozenset({"aws_elasticache_subnet_group.inner"}),
                port=6000,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Group,
    each=Block("AWS::ElastiCache::ReplicationGroup"),
    names=("ReplicationGroupId",),
    reads={
        Group.tags: TAGS_LISTED,
        Group.name: "ReplicationGroupId",
        Group.engine: "lower(not_null(Engine, 'redis'))",
        Group.snapshot_days: "not_null(SnapshotRetentionLimit, `0`)",
        Group.minor_upgrades: "flag(not_null(AutoMinorVersionUpgrade, `true`))",
        Group.own_subnets: "not_null(CacheSubnetGroupName, '') != '' && !(literal(CacheSubnetGroupName) && CacheSubnetGroupName == 'default')",
        Group.tls: "flag(not_null(TransitEncryptionEnabled, ((!GlobalReplicationGroupId && 'false') || '')))",
        Group.security_groups: "SecurityGroupIds",
        Group.encrypted: "flag(not_null(AtRestEncryptionEnabled, ((lower(Engine) == 'valkey' && 'true') || (!GlobalReplicationGroupId && 'false') || '')))",
        Group.key: "KmsKeyId",
        Group.own_key: "customer_key(KmsKeyId)",
        Group.tls_only: "flag(not_null(TransitEncryptionEnabled, ((!GlobalReplicationGroupId && 'false') || ''))) && not_null(TransitEncryptionMode, 'required') == 'required'",
        Group.authenticates: "not_null(AuthToken, '') != '' || length(not_null(UserGroupIds, `[]`)) > `0`",
        Group.literal_token: "literal(AuthToken)",
        Group.fails_over: "flag(AutomaticFailoverEnabled)",
        Group.multi_zone: "flag(not_null(MultiAZEnabled, `false`))",
        Group.subnet_group: "CacheSubnetGroupName",
        Group.port: "Port",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: Plain
""",
            gives=Group(
                "Plain",
                name=None,
                engine="redis",
                snapshot_days=0,
                minor_upgrades=True,
                own_subnets=False,
                tls=False,
                security_groups=frozenset(),
                encrypted=False,
                key=frozenset(),
                own_key=False,
                tls_only=False,
                authenticates=False,
                literal_token=False,
                multi_zone=False,
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
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      SecurityGroupIds: [!GetAtt Inner.GroupId]
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      Engine: valkey
      AtRestEncryptionEnabled: true
      KmsKeyId: !Ref Data
      TransitEncryptionEnabled: true
      AuthToken: correct-horse-battery
      AutomaticFailoverEnabled: true
      MultiAZEnabled: true
      AutoMinorVersionUpgrade: false
      SnapshotRetentionLimit: 7
      CacheSubnetGroupName: private
""",
            gives=Group(
                "Sessions",
                name="sessions",
                engine="valkey",
                snapshot_days=7,
                minor_upgrades=False,
                own_subnets=True,
                tls=True,
                security_groups=frozenset({"Inner"}),
                encrypted=True,
                key=frozenset({"Data"}),
                own_key=True,
                tls_only=True,
                authenticates=True,
                literal_token=True,
                fails_over=True,
                multi_zone=True,
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Inner:
    Type: AWS::ElastiCache::SubnetGroup
    Properties: {SubnetIds: [!Ref A]}
  Placed:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {CacheSubnetGroupName: !Ref Inner, Port: 6000}
""",
            gives=Group("Placed", subnet_group=frozenset({"Inner"}), port=6000),
        ),
    ],
)


class Cluster(
    Cache, kind="aws.elasticache.cluster", identifier="arn:{partition}:elasticache:{region}:{account}:cluster:{name}"
):
    """A cluster of Memcached, or a single server of Redis or Valkey."""

    member = Flag("It belongs to a replication group, which decides on its settings.")


CLUSTER_FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_elasticache_cluster"),
    names=("cluster_id",),
    reads={
        Cluster.tags: TAGS,
        Cluster.name: "cluster_id",
        Cluster.engine: "lower(engine)",
        Cluster.snapshot_days: "not_null(snapshot_retention_limit, `0`)",
        Cluster.minor_upgrades: "flag(not_null(auto_minor_version_upgrade, `true`))",
        Cluster.own_subnets: "not_null(subnet_group_name, '') != '' && !(literal(subnet_group_name) && subnet_group_name == 'default')",
        Cluster.tls: "flag(not_null(transit_encryption_enabled, `false`))",
        Cluster.security_groups: "security_group_ids",
        Cluster.member: "not_null(replication_group_id, '') != ''",
        Cluster.subnet_group: "subnet_group_name",
        Cluster.port: "port",
    },
    shows=[
        Shown(
            text="""
resource "aws_elasticache_cluster" "plain" {
  cluster_id = "plain"
  engine     = "redis"
}
""",
            gives=Cluster(
                "aws_elasticache_cluster.plain",
                engine="redis",
                snapshot_days=0,
                minor_upgrades=True,
                own_subnets=False,
                tls=False,
                security_groups=frozenset(),
                member=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_elasticache_cluster" "pages" {
  security_group_ids = [aws_security_group.inner.id]
  cluster_id                 = "pages"
  engine                     = "memcached"
  snapshot_retention_limit   = 7
  auto_minor_version_upgrade = false
  subnet_group_name          = "private"
  transit_encryption_enabled = true
}
""",
            gives=Cluster(
                "aws_elasticache_cluster.pages",
                name="pages",
                engine="memcached",
                snapshot_days=7,
                minor_upgrades=False,
                own_subnets=True,
                tls=True,
                security_groups=frozenset({"aws_security_group.inner"}),
            ),
        ),
        Shown(
            text="""
resource "aws_elasticache_cluster" "third" {
  cluster_id           = "third"
  replication_group_id = "sessions"
}
""",
            gives=Cluster("aws_elasticache_cluster.third", member=True),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_elasticache_subnet_group" "inner" {
  name       = "inner"
  subnet_ids = [aws_subnet.a.id]
}

resource "aws_elasticache_cluster" "placed" {
  subnet_group_name = aws_elasticache_subnet_group.inner.name
  port = 6000
}
""",
            gives=Cluster(
                "aws_elasticache_cluster.placed",
                subnet_group=frozenset({"aws_elasticache_subnet_group.inner"}),
                port=6000,
            ),
        ),
    ],
)

CLUSTER_FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::ElastiCache::CacheCluster"),
    names=("ClusterName",),
    reads={
        Cluster.tags: TAGS_LISTED,
        Cluster.name: "ClusterName",
        Cluster.engine: "lower(Engine)",
        Cluster.snapshot_days: "not_null(SnapshotRetentionLimit, `0`)",
        Cluster.minor_upgrades: "flag(not_null(AutoMinorVersionUpgrade, `true`))",
        Cluster.own_subnets: "not_null(CacheSubnetGroupName, '') != '' && !(literal(CacheSubnetGroupName) && CacheSubnetGroupName == 'default')",
        Cluster.tls: "flag(not_null(TransitEncryptionEnabled, `false`))",
        Cluster.security_groups: "VpcSecurityGroupIds",
        Cluster.member: Fixed(False, "CloudFormation makes the members of a group itself."),
        Cluster.subnet_group: "CacheSubnetGroupName",
        Cluster.port: "Port",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      Engine: redis
""",
            gives=Cluster(
                "Plain",
                name=None,
                engine="redis",
                snapshot_days=0,
                minor_upgrades=True,
                own_subnets=False,
                tls=False,
                security_groups=frozenset(),
                member=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Inner:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Inner}
  Pages:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      VpcSecurityGroupIds: [!GetAtt Inner.GroupId]
      ClusterName: pages
      Engine: memcached
      SnapshotRetentionLimit: 7
      AutoMinorVersionUpgrade: false
      CacheSubnetGroupName: private
      TransitEncryptionEnabled: true
""",
            gives=Cluster(
                "Pages",
                name="pages",
                engine="memcached",
                snapshot_days=7,
                minor_upgrades=False,
                own_subnets=True,
                tls=True,
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
    Type: AWS::ElastiCache::SubnetGroup
    Properties: {SubnetIds: [!Ref A]}
  Placed:
    Type: AWS::ElastiCache::CacheCluster
    Properties: {CacheSubnetGroupName: !Ref Inner, Port: 6000}
""",
            gives=Cluster("Placed", subnet_group=frozenset({"Inner"}), port=6000),
        ),
    ],
)
