"""EKS Pod Identity: which role the pods of a service account act as."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.kind import Asset, Link, Text
from bartizan.core.source import Block, Shown, Source


class PodIdentity(Asset, kind="aws.eks.pod-identity"):
    """Gives a role to the pods of one service account, without an annotation on it."""

    cluster = Text("The name of the cluster.")
    namespace = Text("The namespace of the service account.")
    account = Text("The name of the service account.")
    role = Link(Role, "The role.")


FROM_TERRAFORM = Source(
    of=PodIdentity,
    each=Block("aws_eks_pod_identity_association"),
    reads={
        PodIdentity.cluster: "cluster_name",
        PodIdentity.namespace: "namespace",
        PodIdentity.account: "service_account",
        PodIdentity.role: "role_arn",
    },
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "orders" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_eks_pod_identity_association" "orders" {
  cluster_name    = "shop"
  namespace       = "shop"
  service_account = "orders"
  role_arn        = aws_iam_role.orders.arn
}
""",
            gives=PodIdentity(
                "aws_eks_pod_identity_association.orders",
                cluster="shop",
                namespace="shop",
                account="orders",
                role=frozenset({"aws_iam_role.orders"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=PodIdentity,
    each=Block("AWS::EKS::PodIdentityAssociation"),
    reads={
        PodIdentity.cluster: "ClusterName",
        PodIdentity.namespace: "Namespace",
        PodIdentity.account: "ServiceAccount",
        PodIdentity.role: "RoleArn",
    },
    shows=[
        Shown(
            text="""
Resources:
  Orders:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Identity:
    Type: AWS::EKS::PodIdentityAssociation
    Properties: {ClusterName: shop, Namespace: shop, ServiceAccount: orders, RoleArn: !GetAtt Orders.Arn}
""",
            gives=PodIdentity(
                "Identity", cluster="shop", namespace="shop", account="orders", role=frozenset({"Orders"})
            ),
        ),
    ],
)
