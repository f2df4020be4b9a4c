"""Amazon SageMaker notebook instances."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.placed import Placed
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Flag, Link, Number, Text
from bartizan.core.source import Block, Shown, Source


class Notebook(
    Placed,
    Runner,
    kind="aws.sagemaker.notebook",
    identifier="arn:{partition}:sagemaker:{region}:{account}:notebook-instance/{name}",
):
    """A machine with a notebook for data and models."""

    name = Text("Its name, where it is known before deployment.")
    role = Link(Role, "The role it acts as.")
    direct_internet = Flag("It reaches the Internet past the VPC.")
    in_vpc = Flag("It is placed in a chosen subnet.")
    root = Flag("Its users are root on it.")
    metadata_version = Number("The oldest version of the metadata service it answers.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    security_groups = Link(
        SecurityGroup, "Security groups that are named for it; the default one of the network where none is."
    )


FROM_TERRAFORM = Source(
    of=Notebook,
    each=Block("aws_sagemaker_notebook_instance"),
    names=("name",),
    reads={
        Notebook.name: "name",
        Notebook.role: "role_arn",
        Notebook.direct_internet: "not_null(direct_internet_access, 'Enabled') == 'Enabled'",
        Notebook.in_vpc: "not_null(subnet_id, '') != ''",
        Notebook.root: "not_null(root_access, 'Enabled') == 'Enabled'",
        Notebook.metadata_version: "not_null(instance_metadata_service_configuration[0].minimum_instance_metadata_service_version, `1`)",
        Notebook.key: "kms_key_id",
        Notebook.own_key: "customer_key(kms_key_id)",
        Notebook.security_groups: "security_groups",
        Notebook.subnets: "subnet_id",
    },
    shows=[
        Shown(
            text="""
resource "aws_sagemaker_notebook_instance" "plain" {
  name = "plain"
}
""",
            gives=Notebook(
                "aws_sagemaker_notebook_instance.plain",
                direct_internet=True,
                in_vpc=False,
                root=True,
                metadata_version=1,
                key=frozenset(),
                own_key=False,
                security_groups=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_kms_key" "data" {}

resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_sagemaker_notebook_instance" "lab" {
  security_groups = [aws_security_group.inner.id]
  name                   = "lab"
  role_arn               = aws_iam_role.app.arn
  kms_key_id             = aws_kms_key.data.arn
  direct_internet_access = "Disabled"
  subnet_id              = "subnet-1"
  root_access            = "Disabled"
  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2"
  }
}
""",
            gives=Notebook(
                "aws_sagemaker_notebook_instance.lab",
                name="lab",
                role=frozenset({"aws_iam_role.app"}),
                direct_internet=False,
                in_vpc=True,
                root=False,
                metadata_version=2,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                security_groups=frozenset({"aws_security_group.inner"}),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_sagemaker_notebook_instance" "placed" {
  subnet_id = aws_subnet.a.id
}
""",
            gives=Notebook("aws_sagemaker_notebook_instance.placed", subnets=frozenset({"aws_subnet.a"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Notebook,
    each=Block("AWS::SageMaker::NotebookInstance"),
    names=("NotebookInstanceName",),
    reads={
        Notebook.name: "NotebookInstanceName",
        Notebook.role: "RoleArn",
        Notebook.direct_internet: "not_null(DirectInternetAccess, 'Enabled') == 'Enabled'",
        Notebook.in_vpc: "not_null(SubnetId, '') != ''",
        Notebook.root: "not_null(RootAccess, 'Enabled') == 'Enabled'",
        Notebook.metadata_version: "not_null(InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion, `1`)",
        Notebook.key: "KmsKeyId",
        Notebook.own_key: "customer_key(KmsKeyId)",
        Notebook.security_groups: "SecurityGroupIds",
        Notebook.subnets: "SubnetId",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::SageMaker::NotebookInstance
""",
            gives=Notebook(
                "Plain",
                direct_internet=True,
                in_vpc=False,
                root=True,
                metadata_version=1,
                key=frozenset(),
                own_key=False,
                security_groups=frozenset(),
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
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: []}
  Lab:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      SecurityGroupIds: [!GetAtt Inner.GroupId]
      NotebookInstanceName: lab
      RoleArn: !GetAtt App.Arn
      KmsKeyId: !Ref Data
      DirectInternetAccess: Disabled
      SubnetId: subnet-1
      RootAccess: Disabled
      InstanceMetadataServiceConfiguration: {MinimumInstanceMetadataServiceVersion: "2"}
""",
            gives=Notebook(
                "Lab",
                name="lab",
                role=frozenset({"App"}),
                direct_internet=False,
                in_vpc=True,
                root=False,
                metadata_version=2,
                key=frozenset({"Data"}),
                own_key=True,
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
    Type: AWS::SageMaker::NotebookInstance
    Properties: {SubnetId: !Ref A}
""",
            gives=Notebook("Placed", subnets=frozenset({"A"})),
        ),
    ],
)
