"""AWS App Runner services."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.kind import Asset, Link, Text
from bartizan.core.source import Block, Shown, Source


class Service(
    Asset,
    kind="aws.apprunner.service",
    identifier="arn:{partition}:apprunner:{region}:{account}:service/{name}/{id}",
):
    """A web service that is built and run from an image or a repository."""

    name = Text("Its name, where it is known before deployment.")
    role = Link(Role, "The role its programs act as.")
    access_role = Link(Role, "The role App Runner fetches its image with.")


FROM_TERRAFORM = Source(
    of=Service,
    each=Block("aws_apprunner_service"),
    names=("service_name",),
    reads={
        Service.name: "service_name",
        Service.role: "instance_configuration[0].instance_role_arn",
        Service.access_role: "source_configuration[0].authentication_configuration[0].access_role_arn",
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
            gives=Service("Shop", name="shop", role=frozenset({"Role"}), access_role=frozenset({"Pull"})),
        ),
    ],
)
