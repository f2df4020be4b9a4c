"""Amazon EKS Fargate profiles: pods that run without nodes."""

from bartizan.content.kinds.aws.eks_cluster import Cluster
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Link, Many
from bartizan.core.source import Block, Shown, Source


class FargateProfile(
    Runner,
    kind="aws.eks.fargate-profile",
    identifier="arn:{partition}:eks:{region}:{account}:fargateprofile/{cluster}/{name}/{id}",
):
    """Says which pods of a cluster run on machines of AWS, each alone on one."""

    cluster = Link(Cluster, "The cluster whose pods they are.")
    role = Link(Role, "The role the machines act as.")
    subnets = Link(Subnet, "The subnets they are in.")
    namespaces = Many("Namespaces whose pods run on them.")


FROM_TERRAFORM = Source(
    of=FargateProfile,
    each=Block("aws_eks_fargate_profile"),
    reads={
        FargateProfile.cluster: "cluster_name",
        FargateProfile.role: "pod_execution_role_arn",
        FargateProfile.subnets: "subnet_ids",
        FargateProfile.namespaces: "selector[].namespace",
    },
    shows=[
        Shown(
            text="""
resource "aws_eks_cluster" "main" {
  name = "main"
}

resource "aws_iam_role" "pods" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_eks_fargate_profile" "jobs" {
  cluster_name           = aws_eks_cluster.main.name
  fargate_profile_name   = "jobs"
  pod_execution_role_arn = aws_iam_role.pods.arn
  subnet_ids             = [aws_subnet.a.id]
  selector {
    namespace = "jobs"
  }
}
""",
            gives=FargateProfile(
                "aws_eks_fargate_profile.jobs",
                cluster=frozenset({"aws_eks_cluster.main"}),
                role=frozenset({"aws_iam_role.pods"}),
                subnets=frozenset({"aws_subnet.a"}),
                namespaces=frozenset({"jobs"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=FargateProfile,
    each=Block("AWS::EKS::FargateProfile"),
    reads={
        FargateProfile.cluster: "ClusterName",
        FargateProfile.role: "PodExecutionRoleArn",
        FargateProfile.subnets: "Subnets",
        FargateProfile.namespaces: "Selectors[].Namespace",
    },
    shows=[
        Shown(
            text="""
Resources:
  Main:
    Type: AWS::EKS::Cluster
  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Jobs:
    Type: AWS::EKS::FargateProfile
    Properties:
      ClusterName: !Ref Main
      PodExecutionRoleArn: !GetAtt Role.Arn
      Subnets: [!Ref A]
      Selectors: [{Namespace: jobs}]
""",
            gives=FargateProfile(
                "Jobs",
                cluster=frozenset({"Main"}),
                role=frozenset({"Role"}),
                subnets=frozenset({"A"}),
                namespaces=frozenset({"jobs"}),
            ),
        ),
    ],
)
