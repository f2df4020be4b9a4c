"""AWS App Runner services."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Block, Shown, Source, Through


class Service(
    Runner,
    kind="aws.apprunner.service",
    identifier="arn:{partition}:apprunner:{region}:{account}:service/{name}/{id}",
):
    """A web service that is built and run from an image or a repository."""

    name = Text("Its name, where it is known before deployment.")
    role = Link(Role, "The role its programs act as.")
    access_role = Link(Role, "The role App Runner fetches its image with.")
    public = Flag("It is reached from the Internet.")
    subnets = Link(Subnet, "The subnets it opens connections from; none where it has no way into a network.")
    groups = Link(SecurityGroup, "The security groups around those connections.")


FROM_TERRAFORM = Source(
    of=Service,
    each=Block("aws_apprunner_service"),
    names=("service_name",),
    reads={
        Service.name: "service_name",
        Service.role: "instance_configuration[0].instance_role_arn",
        Service.access_role: "source_configuration[0].authentication_configuration[0].access_role_arn",
        Service.public: "flag(not_null(network_configuration[0].ingress_configuration[0].is_publicly_accessible, `true`))",
        Service.subnets: Through(
            by="network_configuration[0].egress_configuration[0].vpc_connector_arn", read="subnets"
        ),
        Service.groups: Through(
            by="network_configuration[0].egress_configuration[0].vpc_connector_arn", read="security_groups"
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "shop" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_iam_role" "pull" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_apprunner_service" "shop" {
  service_name = "shop"
  instance_configuration {
    instance_role_arn = aws_iam_role.shop.arn
  }
  source_configuration {
    authentication_configuration {
      access_role_arn = aws_iam_role.pull.arn
    }
    image_repository {
      image_identifier      = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop:1"
      image_repository_type = "ECR"
    }
  }
}
""",
            gives=Service(
                "aws_apprunner_service.shop",
                name="shop",
                role=frozenset({"aws_iam_role.shop"}),
                access_role=frozenset({"aws_iam_role.pull"}),
                public=True,
                subnets=frozenset(),
                groups=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_security_group" "shop" {}

resource "aws_apprunner_vpc_connector" "shop" {
  vpc_connector_name = "shop"
  subnets            = [aws_subnet.a.id]
  security_groups    = [aws_security_group.shop.id]
}

resource "aws_apprunner_service" "inner" {
  service_name = "inner"
  network_configuration {
    ingress_configuration {
      is_publicly_accessible = false
    }
    egress_configuration {
      egress_type       = "VPC"
      vpc_connector_arn = aws_apprunner_vpc_connector.shop.arn
    }
  }
}
""",
            gives=Service(
                "aws_apprunner_service.inner",
                public=False,
                subnets=frozenset({"aws_subnet.a"}),
                groups=frozenset({"aws_security_group.shop"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Service,
    each=Block("AWS::AppRunner::Service"),
    names=("ServiceName",),
    reads={
        Service.name: "ServiceName",
        Service.role: "InstanceConfiguration.InstanceRoleArn",
        Service.access_role: "SourceConfiguration.AuthenticationConfiguration.AccessRoleArn",
        Service.public: "flag(not_null(NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible, `true`))",
        Service.subnets: Through(by="NetworkConfiguration.EgressConfiguration.VpcConnectorArn", read="Subnets"),
        Service.groups: Through(by="NetworkConfiguration.EgressConfiguration.VpcConnectorArn", read="SecurityGroups"),
    },
    shows=[
        Shown(
            text="""
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Pull:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Shop:
    Type: AWS::AppRunner::Service
    Properties:
      ServiceName: shop
      InstanceConfiguration: {InstanceRoleArn: !GetAtt Role.Arn}
      SourceConfiguration: {AuthenticationConfiguration: {AccessRoleArn: !GetAtt Pull.Arn}}
""",
            gives=Service(
                "Shop",
                name="shop",
                role=frozenset({"Role"}),
                access_role=frozenset({"Pull"}),
                public=True,
                subnets=frozenset(),
                groups=frozenset(),
            ),
        ),
    ],
)
