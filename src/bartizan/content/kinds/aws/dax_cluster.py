"""Amazon DynamoDB Accelerator (DAX) clusters."""

from bartizan.content.kinds.data_store import TAGS, TAGS_MAPPED, DataStore
from bartizan.core.kind import Flag, Text
from bartizan.core.source import Block, Shown, Source


class Cluster(DataStore, kind="aws.dax.cluster", identifier="arn:{partition}:dax:{region}:{account}:cache/{name}"):
    """A cache in front of DynamoDB tables."""

    name = Text("Its name, where it is known before deployment.")
    encrypted = Flag("What it keeps is encrypted at rest.")
    tls = Flag("Its endpoint speaks TLS.")


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_dax_cluster"),
    names=("cluster_name",),
    reads={
        Cluster.tags: TAGS,
        Cluster.name: "cluster_name",
        Cluster.encrypted: "flag(not_null(server_side_encryption[0].enabled, `false`))",
        Cluster.tls: "cluster_endpoint_encryption_type == 'TLS'",
    },
    shows=[
        Shown(
            text="""
resource "aws_dax_cluster" "plain" {
  cluster_name = "plain"
}
""",
            gives=Cluster("aws_dax_cluster.plain", encrypted=False, tls=False, tags=frozenset()),
        ),
        Shown(
            text="""
resource "aws_dax_cluster" "fast" {
  cluster_name                     = "fast"
  cluster_endpoint_encryption_type = "TLS"
  server_side_encryption {
    enabled = true
  }
}
""",
            gives=Cluster("aws_dax_cluster.fast", name="fast", encrypted=True, tls=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::DAX::Cluster"),
    names=("ClusterName",),
    reads={
        Cluster.tags: TAGS_MAPPED,
        Cluster.name: "ClusterName",
        Cluster.encrypted: "flag(not_null(SSESpecification.SSEEnabled, `false`))",
        Cluster.tls: "ClusterEndpointEncryptionType == 'TLS'",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::DAX::Cluster
""",
            gives=Cluster("Plain", name=None, encrypted=False, tls=False, tags=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Fast:
    Type: AWS::DAX::Cluster
    Properties:
      ClusterName: fast
      ClusterEndpointEncryptionType: TLS
      SSESpecification: {SSEEnabled: true}
""",
            gives=Cluster("Fast", name="fast", encrypted=True, tls=True),
        ),
    ],
)
