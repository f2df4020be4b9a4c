"""Amazon EKS clusters, their node groups, and who is let into them."""

from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.endpoint import Endpoint, Runner
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Term, Text
from bartizan.core.source import Block, OwnerLink, Read, Shown, Source


class Cluster(Endpoint, kind="aws.eks.cluster", identifier="arn:{partition}:eks:{region}:{account}:cluster/{name}"):
    """A Kubernetes cluster whose control plane AWS runs."""

    name = Text("Its name, where it is known before deployment.")
    minor = Number("The minor version of Kubernetes it asks for: 33 of 1.33; none where AWS chooses the newest.")
    public_endpoint = Flag("The API server has a public address.")
    private_endpoint = Flag("The API server can be reached inside the network.")
    public_ranges = Many("Address ranges that may reach the public address.")
    open_to_world = Flag("Every address on the Internet may reach the public address.")
    logs = Many("Parts of the control plane that are logged: api, audit, authenticator, controllerManager, scheduler.")
    own_key = Flag("A key of its owner encrypts secrets, besides the one of AWS.")
    authentication = Text("Who decides whom it lets in: API, API_AND_CONFIG_MAP or CONFIG_MAP.")
    creator_is_admin = Flag("Whoever makes it stays its administrator.")
    role = Link(Role, "The role its control plane acts as.")
    subnets = Link(Subnet, "The subnets its control plane is reached in.")
    groups = Link(SecurityGroup, "The security groups around its control plane.")
    own_group = Link(SecurityGroup, "The security group that EKS makes around control plane and nodes.")


class NodeGroup(
    Runner,
    kind="aws.eks.node-group",
    identifier="arn:{partition}:eks:{region}:{account}:nodegroup/{cluster}/{name}/{id}",
):
    """Machines that run the pods of a cluster."""

    cluster = Link(Cluster, "The cluster they belong to.")
    ssh = Flag("They can be reached over SSH.")
    ssh_limited = Flag("Security groups are named from which they can be reached over SSH.")
    role = Link(Role, "The role they act as.")
    subnets = Link(Subnet, "The subnets they are in.")
    template = Link(LaunchTemplate, "The launch template they are started from.")
    ssh_groups = Link(SecurityGroup, "Security groups from which they can be reached over SSH.")


class Access(Asset, kind="aws.eks.access-policy"):
    """A policy of EKS that gives somebody rights in a cluster."""

    policy = Text("The ARN of the policy.")
    everywhere = Flag("It holds for the whole cluster, not for some namespaces only.")


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_eks_cluster"),
    names=("name",),
    reads={
        Cluster.name: "name",
        Cluster.minor: "to_number(split(to_string(version), '.')[1])",
        Cluster.public_endpoint: "flag(not_null(vpc_config[0].endpoint_public_access, `true`))",
        Cluster.private_endpoint: "flag(not_null(vpc_config[0].endpoint_private_access, `false`))",
        Cluster.public_ranges: "vpc_config[0].public_access_cidrs || ['0.0.0.0/0']",
        Cluster.open_to_world: "anywhere(vpc_config[0].public_access_cidrs || ['0.0.0.0/0'])",
        Cluster.logs: "enabled_cluster_log_types",
        Cluster.own_key: "length(not_null(encryption_config, `[]`)[?contains(resources, 'secrets')]) > `0`",
        Cluster.authentication: "not_null(access_config[0].authentication_mode, 'CONFIG_MAP')",
        Cluster.creator_is_admin: (
            "flag(not_null(access_config[0].bootstrap_cluster_creator_admin_permissions, `true`))"
        ),
        Cluster.role: "role_arn",
        Cluster.subnets: "vpc_config[0].subnet_ids",
        Cluster.groups: "vpc_config[0].security_group_ids",
        Cluster.own_group: OwnerLink(),
    },
    shows=[
        Shown(
            text="""
resource "aws_eks_cluster" "plain" {
  name     = "plain"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  vpc_config {
    subnet_ids = []
  }
}
""",
            gives=Cluster(
                "aws_eks_cluster.plain",
                name="plain",
                minor=None,
                public_endpoint=True,
                private_endpoint=False,
                public_ranges=frozenset({"0.0.0.0/0"}),
                open_to_world=True,
                logs=frozenset(),
                own_key=False,
                authentication="CONFIG_MAP",
                creator_is_admin=True,
                subnets=frozenset(),
                groups=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_iam_role" "eks" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_security_group" "eks" {}

resource "aws_eks_cluster" "set" {
  name                      = "set"
  version                   = "1.33"
  role_arn                  = aws_iam_role.eks.arn
  enabled_cluster_log_types = ["api", "audit"]
  vpc_config {
    subnet_ids              = [aws_subnet.a.id]
    security_group_ids      = [aws_security_group.eks.id]
    endpoint_public_access  = false
    endpoint_private_access = true
    public_access_cidrs     = ["203.0.113.0/24"]
  }
  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1"
    }
  }
  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}
""",
            gives=Cluster(
                "aws_eks_cluster.set",
                minor=33,
                public_endpoint=False,
                private_endpoint=True,
                public_ranges=frozenset({"203.0.113.0/24"}),
                open_to_world=False,
                logs=frozenset({"api", "audit"}),
                own_key=True,
                authentication="API",
                creator_is_admin=False,
                role=frozenset({"aws_iam_role.eks"}),
                subnets=frozenset({"aws_subnet.a"}),
                groups=frozenset({"aws_security_group.eks"}),
                own_group=frozenset({"aws_eks_cluster.set/vpc_config/0"}),
            ),
        ),
    ],
)

NODES_FROM_TERRAFORM = Source(
    of=NodeGroup,
    each=Block("aws_eks_node_group"),
    reads={
        NodeGroup.cluster: "cluster_name",
        NodeGroup.ssh: "not_null(remote_access[0].ec2_ssh_key, '') != ''",
        NodeGroup.ssh_limited: "length(not_null(remote_access[0].source_security_group_ids, `[]`)) > `0`",
        NodeGroup.role: "node_role_arn",
        NodeGroup.subnets: "subnet_ids",
        NodeGroup.template: "launch_template[0] | not_null(id, name)",
        NodeGroup.ssh_groups: "remote_access[0].source_security_group_ids",
    },
    shows=[
        Shown(
            text="""
resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/eks"
}

resource "aws_iam_role" "node" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_eks_node_group" "plain" {
  cluster_name  = aws_eks_cluster.main.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = [aws_subnet.a.id]
}
""",
            gives=NodeGroup(
                "aws_eks_node_group.plain",
                cluster=frozenset({"aws_eks_cluster.main"}),
                ssh=False,
                ssh_limited=False,
                role=frozenset({"aws_iam_role.node"}),
                subnets=frozenset({"aws_subnet.a"}),
                template=frozenset(),
                ssh_groups=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_eks_node_group" "set" {
  cluster_name = "main"
  remote_access {
    ec2_ssh_key               = "admin"
    source_security_group_ids = ["sg-1"]
  }
}
""",
            gives=NodeGroup("aws_eks_node_group.set", ssh=True, ssh_limited=True),
        ),
        Shown(
            text="""
resource "aws_launch_template" "node" {
  name = "node"
}

resource "aws_eks_node_group" "large" {
  cluster_name = "main"
  launch_template {
    id      = aws_launch_template.node.id
    version = "1"
  }
}
""",
            gives=NodeGroup("aws_eks_node_group.large", template=frozenset({"aws_launch_template.node"})),
        ),
    ],
)

ACCESS_FROM_TERRAFORM = Source(
    of=Access,
    each=Block("aws_eks_access_policy_association"),
    reads={Access.policy: "policy_arn", Access.everywhere: "access_scope[0].type == 'cluster'"},
    shows=[
        Shown(
            text="""
resource "aws_eks_access_policy_association" "admin" {
  cluster_name  = "main"
  principal_arn = "arn:aws:iam::111122223333:role/admin"
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
  access_scope {
    type = "cluster"
  }
}
""",
            gives=Access(
                "aws_eks_access_policy_association.admin",
                policy="arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
                everywhere=True,
            ),
        ),
    ],
)

NETWORK = "ResourcesVpcConfig"
CLOUDFORMATION: dict[Term[Cluster], Read] = {
    Cluster.own_group: OwnerLink(),
    Cluster.name: "Name",
    Cluster.minor: "to_number(split(to_string(Version), '.')[1])",
    Cluster.public_endpoint: f"flag(not_null({NETWORK}.EndpointPublicAccess, `true`))",
    Cluster.private_endpoint: f"flag(not_null({NETWORK}.EndpointPrivateAccess, `false`))",
    Cluster.public_ranges: f"{NETWORK}.PublicAccessCidrs || ['0.0.0.0/0']",
    Cluster.open_to_world: f"anywhere({NETWORK}.PublicAccessCidrs || ['0.0.0.0/0'])",
    Cluster.logs: "Logging.ClusterLogging.EnabledTypes[].Type",
    Cluster.own_key: "length(not_null(EncryptionConfig, `[]`)[?contains(Resources, 'secrets')]) > `0`",
    Cluster.authentication: "not_null(AccessConfig.AuthenticationMode, 'CONFIG_MAP')",
    Cluster.creator_is_admin: "flag(not_null(AccessConfig.BootstrapClusterCreatorAdminPermissions, `true`))",
    Cluster.role: "RoleArn",
    Cluster.subnets: f"{NETWORK}.SubnetIds",
    Cluster.groups: f"{NETWORK}.SecurityGroupIds",
}

FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::EKS::Cluster"),
    names=("Name",),
    reads=CLOUDFORMATION,
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::EKS::Cluster', Properties: {ResourcesVpcConfig: {SubnetIds: []}}}}",
            gives=Cluster(
                "Plain",
                name=None,
                minor=None,
                public_endpoint=True,
                private_endpoint=False,
                public_ranges=frozenset({"0.0.0.0/0"}),
                open_to_world=True,
                logs=frozenset(),
                own_key=False,
                authentication="CONFIG_MAP",
                creator_is_admin=True,
                subnets=frozenset(),
                groups=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: EKS}
  Set:
    Type: AWS::EKS::Cluster
    Properties:
      Name: set
      Version: "1.33"
      RoleArn: !GetAtt Role.Arn
      Logging: {ClusterLogging: {EnabledTypes: [{Type: api}, {Type: audit}]}}
      ResourcesVpcConfig:
        SubnetIds: [!Ref A]
        SecurityGroupIds: [!Ref Group]
        EndpointPublicAccess: false
        EndpointPrivateAccess: true
        PublicAccessCidrs: [203.0.113.0/24]
      EncryptionConfig: [{Resources: [secrets], Provider: {KeyArn: "arn:aws:kms:eu-central-1:111122223333:key/1"}}]
      AccessConfig: {AuthenticationMode: API, BootstrapClusterCreatorAdminPermissions: false}
""",
            gives=Cluster(
                "Set",
                name="set",
                minor=33,
                public_endpoint=False,
                private_endpoint=True,
                public_ranges=frozenset({"203.0.113.0/24"}),
                open_to_world=False,
                logs=frozenset({"api", "audit"}),
                own_key=True,
                authentication="API",
                creator_is_admin=False,
                role=frozenset({"Role"}),
                subnets=frozenset({"A"}),
                groups=frozenset({"Group"}),
                own_group=frozenset({"Set/ResourcesVpcConfig"}),
            ),
        ),
    ],
)

NODES_FROM_CLOUDFORMATION = Source(
    of=NodeGroup,
    each=Block("AWS::EKS::Nodegroup"),
    reads={
        NodeGroup.cluster: "ClusterName",
        NodeGroup.ssh: "not_null(RemoteAccess.Ec2SshKey, '') != ''",
        NodeGroup.ssh_limited: "length(not_null(RemoteAccess.SourceSecurityGroups, `[]`)) > `0`",
        NodeGroup.role: "NodeRole",
        NodeGroup.subnets: "Subnets",
        NodeGroup.template: "LaunchTemplate | not_null(Id, Name)",
        NodeGroup.ssh_groups: "RemoteAccess.SourceSecurityGroups",
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
  Plain:
    Type: AWS::EKS::Nodegroup
    Properties: {ClusterName: !Ref Main, NodeRole: !GetAtt Role.Arn, Subnets: [!Ref A]}
""",
            gives=NodeGroup(
                "Plain",
                cluster=frozenset({"Main"}),
                ssh=False,
                ssh_limited=False,
                role=frozenset({"Role"}),
                subnets=frozenset({"A"}),
                template=frozenset(),
                ssh_groups=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::EKS::Nodegroup
    Properties: {ClusterName: main, RemoteAccess: {Ec2SshKey: admin, SourceSecurityGroups: [sg-1]}}
""",
            gives=NodeGroup("Set", ssh=True, ssh_limited=True),
        ),
    ],
)

ACCESS_FROM_CLOUDFORMATION = Source(
    of=Access,
    each=Block("AWS::EKS::AccessEntry", each="AccessPolicies"),
    reads={Access.policy: "PolicyArn", Access.everywhere: "AccessScope.Type == 'cluster'"},
    shows=[
        Shown(
            text="""
Resources:
  Team:
    Type: AWS::EKS::AccessEntry
    Properties:
      ClusterName: main
      PrincipalArn: arn:aws:iam::111122223333:role/team
      AccessPolicies:
        - PolicyArn: arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy
          AccessScope: {Type: namespace, Namespaces: [shop]}
""",
            gives=Access(
                "Team/AccessPolicies/0",
                policy="arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
                everywhere=False,
            ),
        ),
    ],
)
