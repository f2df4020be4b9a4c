"""Amazon SageMaker models, the endpoints that serve them, and domains of users."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Model(
    DataStore, kind="aws.sagemaker.model", identifier="arn:{partition}:sagemaker:{region}:{account}:model/{name}"
):
    """Containers and the data of a model, ready to run."""

    name = Text("Its name, where it is known before deployment.")
    role = Link(Role, "The role it acts as.")
    isolated = Flag("Its containers have no network.")
    in_vpc = Flag("Its containers reach the network through a VPC.")


FROM_TERRAFORM = Source(
    of=Model,
    each=Block("aws_sagemaker_model"),
    names=("name",),
    reads={
        Model.tags: TAGS,
        Model.name: "name",
        Model.role: "execution_role_arn",
        Model.isolated: "flag(not_null(enable_network_isolation, `false`))",
        Model.in_vpc: "length(not_null(vpc_config, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "aws_sagemaker_model" "plain" {}
""",
            gives=Model("aws_sagemaker_model.plain", name=None, isolated=False, in_vpc=False, tags=frozenset()),
        ),
        Shown(
            text="""
resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_sagemaker_model" "prices" {
  name                     = "prices"
  execution_role_arn       = aws_iam_role.app.arn
  enable_network_isolation = true
  vpc_config {
    subnets            = ["subnet-1"]
    security_group_ids = ["sg-1"]
  }
}
""",
            gives=Model(
                "aws_sagemaker_model.prices",
                name="prices",
                role=frozenset({"aws_iam_role.app"}),
                isolated=True,
                in_vpc=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Model,
    each=Block("AWS::SageMaker::Model"),
    names=("ModelName",),
    reads={
        Model.tags: TAGS_LISTED,
        Model.name: "ModelName",
        Model.role: "ExecutionRoleArn",
        Model.isolated: "flag(not_null(EnableNetworkIsolation, `false`))",
        Model.in_vpc: "VpcConfig != `null`",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::SageMaker::Model
""",
            gives=Model("Plain", name=None, isolated=False, in_vpc=False, tags=frozenset()),
        ),
        Shown(
            text="""
Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: []}
  Prices:
    Type: AWS::SageMaker::Model
    Properties:
      ModelName: prices
      ExecutionRoleArn: !GetAtt App.Arn
      EnableNetworkIsolation: true
      VpcConfig: {Subnets: [subnet-1], SecurityGroupIds: [sg-1]}
""",
            gives=Model("Prices", name="prices", role=frozenset({"App"}), isolated=True, in_vpc=True),
        ),
    ],
)


class EndpointConfiguration(
    Asset,
    kind="aws.sagemaker.endpoint-configuration",
    identifier="arn:{partition}:sagemaker:{region}:{account}:endpoint-config/{name}",
):
    """Which models an endpoint serves, and on what machines."""

    name = Text("Its name, where it is known before deployment.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    captures = Flag("What the models are asked and answer is kept.")


ENDPOINT_FROM_TERRAFORM = Source(
    of=EndpointConfiguration,
    each=Block("aws_sagemaker_endpoint_configuration"),
    names=("name",),
    reads={
        EndpointConfiguration.name: "name",
        EndpointConfiguration.key: "kms_key_arn",
        EndpointConfiguration.own_key: "customer_key(kms_key_arn)",
        EndpointConfiguration.captures: "flag(not_null(data_capture_config[0].enable_capture, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_sagemaker_endpoint_configuration" "plain" {}
""",
            gives=EndpointConfiguration(
                "aws_sagemaker_endpoint_configuration.plain", name=None, key=frozenset(), own_key=False, captures=False
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_sagemaker_endpoint_configuration" "prices" {
  name        = "prices"
  kms_key_arn = aws_kms_key.data.arn
  data_capture_config {
    enable_capture = true
  }
}
""",
            gives=EndpointConfiguration(
                "aws_sagemaker_endpoint_configuration.prices",
                name="prices",
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                captures=True,
            ),
        ),
    ],
)

ENDPOINT_FROM_CLOUDFORMATION = Source(
    of=EndpointConfiguration,
    each=Block("AWS::SageMaker::EndpointConfig"),
    names=("EndpointConfigName",),
    reads={
        EndpointConfiguration.name: "EndpointConfigName",
        EndpointConfiguration.key: "KmsKeyId",
        EndpointConfiguration.own_key: "customer_key(KmsKeyId)",
        EndpointConfiguration.captures: "flag(not_null(DataCaptureConfig.EnableCapture, `false`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::SageMaker::EndpointConfig
""",
            gives=EndpointConfiguration("Plain", name=None, key=frozenset(), own_key=False, captures=False),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Prices:
    Type: AWS::SageMaker::EndpointConfig
    Properties:
      EndpointConfigName: prices
      KmsKeyId: !GetAtt Data.Arn
      DataCaptureConfig: {EnableCapture: true}
""",
            gives=EndpointConfiguration("Prices", name="prices", key=frozenset({"Data"}), own_key=True, captures=True),
        ),
    ],
)


class Domain(Asset, kind="aws.sagemaker.domain", identifier="arn:{partition}:sagemaker:{region}:{account}:domain/{id}"):
    """Where a group of users work on data and models."""

    name = Text("Its name, where it is known before deployment.")
    vpc_only = Flag("Its applications reach the network only through a VPC.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")


DOMAIN_FROM_TERRAFORM = Source(
    of=Domain,
    each=Block("aws_sagemaker_domain"),
    reads={
        Domain.name: "domain_name",
        Domain.vpc_only: "app_network_access_type == 'VpcOnly'",
        Domain.key: "kms_key_id",
        Domain.own_key: "customer_key(kms_key_id)",
    },
    shows=[
        Shown(
            text="""
resource "aws_sagemaker_domain" "plain" {
  domain_name = "plain"
}
""",
            gives=Domain("aws_sagemaker_domain.plain", name="plain", vpc_only=False, key=frozenset(), own_key=False),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_sagemaker_domain" "lab" {
  domain_name             = "lab"
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.data.arn
}
""",
            gives=Domain(
                "aws_sagemaker_domain.lab", name="lab", vpc_only=True, key=frozenset({"aws_kms_key.data"}), own_key=True
            ),
        ),
    ],
)

DOMAIN_FROM_CLOUDFORMATION = Source(
    of=Domain,
    each=Block("AWS::SageMaker::Domain"),
    reads={
        Domain.name: "DomainName",
        Domain.vpc_only: "AppNetworkAccessType == 'VpcOnly'",
        Domain.key: "KmsKeyId",
        Domain.own_key: "customer_key(KmsKeyId)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::SageMaker::Domain
    Properties:
      DomainName: plain
""",
            gives=Domain("Plain", name="plain", vpc_only=False, key=frozenset(), own_key=False),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Lab:
    Type: AWS::SageMaker::Domain
    Properties:
      DomainName: lab
      AppNetworkAccessType: VpcOnly
      KmsKeyId: !Ref Data
""",
            gives=Domain("Lab", name="lab", vpc_only=True, key=frozenset({"Data"}), own_key=True),
        ),
    ],
)
