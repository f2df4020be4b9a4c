"""The security groups that Amazon EKS makes around its clusters.

Nodes, control plane and Fargate pods are in it unless other groups are named (EKS user guide, "View Amazon EKS security
group requirements for clusters").
"""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup, SecurityGroupRule
from bartizan.core.kind import Term
from bartizan.core.source import Block, Fixed, Inverse, Read, Shown, Source, Unseen

MADE: dict[Term[SecurityGroup], Read] = {
    SecurityGroup.default: Fixed(False, "It is one of the cluster's own."),
    SecurityGroup.described: Fixed(True, "EKS describes it."),
    SecurityGroup.vpc: Unseen("EKS makes it in the network of the cluster's subnets"),
    SecurityGroup.rules: Inverse(SecurityGroupRule.group),
    SecurityGroup.lets_out: Fixed(True, "EKS makes it so."),
    SecurityGroup.lets_members_in: Fixed(True, "EKS makes it so."),
}

FROM_TERRAFORM = Source(
    of=SecurityGroup,
    each=Block("aws_eks_cluster", each="vpc_config"),
    reads={**MADE, SecurityGroup.name: Unseen("EKS chooses its name")},
    shows=[
        Shown(
            text="""
resource "aws_eks_cluster" "main" {
  name = "main"
  vpc_config {
    subnet_ids = ["subnet-1", "subnet-2"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "bastion" {
  security_group_id = aws_eks_cluster.main.vpc_config[0].cluster_security_group_id
  cidr_ipv4         = "10.0.0.0/24"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
""",
            gives=SecurityGroup(
                "aws_eks_cluster.main/vpc_config/0",
                default=False,
                described=True,
                rules=frozenset({"aws_vpc_security_group_ingress_rule.bastion"}),
                lets_out=True,
                lets_members_in=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=SecurityGroup,
    each=Block("AWS::EKS::Cluster", each="ResourcesVpcConfig"),
    reads={**MADE, SecurityGroup.name: Unseen("EKS chooses its name")},
    shows=[
        Shown(
            text="""
Resources:
  Main:
    Type: AWS::EKS::Cluster
    Properties: {Name: main, ResourcesVpcConfig: {SubnetIds: [subnet-1, subnet-2]}}
  Bastion:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt Main.ClusterSecurityGroupId
      IpProtocol: tcp
      FromPort: 443
      ToPort: 443
      CidrIp: 10.0.0.0/24
""",
            gives=SecurityGroup(
                "Main/ResourcesVpcConfig",
                default=False,
                described=True,
                rules=frozenset({"Bastion"}),
                lets_out=True,
                lets_members_in=True,
            ),
        ),
    ],
)
