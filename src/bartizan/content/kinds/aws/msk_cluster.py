"""Amazon MSK clusters."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.placed import Placed
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.data_store import TAGS, TAGS_MAPPED, DataStore
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Cluster(
    DataStore, Placed, kind="aws.msk.cluster", identifier="arn:{partition}:kafka:{region}:{account}:cluster/{name}/{id}"
):
    """Brokers of Kafka, and the records they keep."""

    name = Text("Its name, where it is known before deployment.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    clients = Text("How clients may connect: TLS, TLS_PLAINTEXT or PLAINTEXT.")
    brokers_use_tls = Flag("Brokers speak TLS among themselves.")
    publicly_accessible = Flag("Its brokers have addresses on the Internet.")
    authenticates = Flag("Every client must show who it is.")
    logged = Flag("The logs of its brokers are sent somewhere.")
    security_groups = Link(
        SecurityGroup, "Security groups that are named for it; the default one of the network where none is."
    )


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_msk_cluster"),
    names=("cluster_name",),
    reads={
        Cluster.tags: TAGS,
        Cluster.name: "cluster_name",
        Cluster.key: "encryption_info[0].encryption_at_rest_kms_key_arn",
        Cluster.own_key: "customer_key(encryption_info[0].encryption_at_rest_kms_key_arn)",
        Cluster.clients: "not_null(encryption_info[0].encryption_in_transit[0].client_broker, 'TLS')",
        Cluster.brokers_use_tls: "flag(not_null(encryption_info[0].encryption_in_transit[0].in_cluster, `true`))",
        Cluster.publicly_accessible: "not_null(broker_node_group_info[0].connectivity_info[0].public_access[0].type, 'DISABLED') != 'DISABLED'",
        Cluster.authenticates: "!flag(not_null(client_authentication[0].unauthenticated, `false`)) && (flag(not_null(client_authentication[0].sasl[0].iam, `false`)) || flag(not_null(client_authentication[0].sasl[0].scram, `false`)) || length(not_null(client_authentication[0].tls[0].certificate_authority_arns, `[]`)) > `0`)",
        Cluster.logged: "any([logging_info[0].broker_logs[0].cloudwatch_logs[0].enabled, logging_info[0].broker_logs[0].firehose[0].enabled, logging_info[0].broker_logs[0].s3[0].enabled][*].flag(@))",
        Cluster.security_groups: "broker_node_group_info[0].security_groups",
        Cluster.subnets: "broker_node_group_info[0].client_subnets",
    },
    shows=[
        Shown(
            text="""
resource "aws_msk_cluster" "plain" {
  cluster_name = "plain"
}
""",
            gives=Cluster(
                "aws_msk_cluster.plain",
                key=frozenset(),
                own_key=False,
                clients="TLS",
                brokers_use_tls=True,
                publicly_accessible=False,
                authenticates=False,
                logged=False,
                security_groups=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_security_group" "inner" {}

resource "aws_msk_cluster" "events" {
  cluster_name = "events"
  broker_node_group_info {
    security_groups = [aws_security_group.inner.id]
    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS"
      }
    }
  }
  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.data.arn
    encryption_in_transit {
      client_broker = "PLAINTEXT"
      in_cluster    = false
    }
  }
  client_authentication {
    sasl {
      iam = true
    }
  }
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = "msk"
      }
    }
  }
}
""",
            gives=Cluster(
                "aws_msk_cluster.events",
                name="events",
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                clients="PLAINTEXT",
                brokers_use_tls=False,
                publicly_accessible=True,
                authenticates=True,
                logged=True,
                security_groups=frozenset({"aws_security_group.inner"}),
            ),
        ),
        Shown(
            text="""
resource "aws_msk_cluster" "both" {
  client_authentication {
    unauthenticated = true
    sasl {
      scram = true
    }
  }
}
""",
            gives=Cluster("aws_msk_cluster.both", authenticates=False),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_msk_cluster" "placed" {
  broker_node_group_info {
    client_subnets = [aws_subnet.a.id]
  }
}
""",
            gives=Cluster("aws_msk_cluster.placed", subnets=frozenset({"aws_subnet.a"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::MSK::Cluster"),
    names=("ClusterName",),
    reads={
        Cluster.tags: TAGS_MAPPED,
        Cluster.name: "ClusterName",
        Cluster.key: "EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId",
        Cluster.own_key: "customer_key(EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId)",
        Cluster.clients: "not_null(EncryptionInfo.EncryptionInTransit.ClientBroker, 'TLS')",
        Cluster.brokers_use_tls: "flag(not_null(EncryptionInfo.EncryptionInTransit.InCluster, `true`))",
        Cluster.publicly_accessible: "not_null(BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type, 'DISABLED') != 'DISABLED'",
        Cluster.authenticates: "!flag(not_null(ClientAuthentication.Unauthenticated.Enabled, `false`)) && (flag(not_null(ClientAuthentication.Sasl.Iam.Enabled, `false`)) || flag(not_null(ClientAuthentication.Sasl.Scram.Enabled, `false`)) || length(not_null(ClientAuthentication.Tls.CertificateAuthorityArnList, `[]`)) > `0` || flag(not_null(ClientAuthentication.Tls.Enabled, `false`)))",
        Cluster.logged: "any([LoggingInfo.BrokerLogs.CloudWatchLogs.Enabled, LoggingInfo.BrokerLogs.Firehose.Enabled, LoggingInfo.BrokerLogs.S3.Enabled][*].flag(@))",
        Cluster.security_groups: "BrokerNodeGroupInfo.SecurityGroups",
        Cluster.subnets: "BrokerNodeGroupInfo.ClientSubnets",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::MSK::Cluster
    Properties:
      ClusterName: plain
""",
            gives=Cluster(
                "Plain",
                key=frozenset(),
                own_key=False,
                clients="TLS",
                brokers_use_tls=True,
                publicly_accessible=False,
                authenticates=False,
                logged=False,
                security_groups=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Inner:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Inner
  Events:
    Type: AWS::MSK::Cluster
    Properties:
      ClusterName: events
      BrokerNodeGroupInfo: {SecurityGroups: [!GetAtt Inner.GroupId], ConnectivityInfo: {PublicAccess: {Type: SERVICE_PROVIDED_EIPS}}}
      EncryptionInfo:
        EncryptionAtRest: {DataVolumeKMSKeyId: !GetAtt Data.Arn}
        EncryptionInTransit: {ClientBroker: PLAINTEXT, InCluster: false}
      ClientAuthentication: {Sasl: {Iam: {Enabled: true}}}
      LoggingInfo: {BrokerLogs: {CloudWatchLogs: {Enabled: true, LogGroup: msk}}}
""",
            gives=Cluster(
                "Events",
                name="events",
                key=frozenset({"Data"}),
                own_key=True,
                clients="PLAINTEXT",
                brokers_use_tls=False,
                publicly_accessible=True,
                authenticates=True,
                logged=True,
                security_groups=frozenset({"Inner"}),
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Placed:
    Type: AWS::MSK::Cluster
    Properties: {BrokerNodeGroupInfo: {ClientSubnets: [!Ref A]}}
""",
            gives=Cluster("Placed", subnets=frozenset({"A"})),
        ),
    ],
)
