"""AWS CodePipeline pipelines."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Pipeline(
    Asset, kind="aws.codepipeline.pipeline", identifier="arn:{partition}:codepipeline:{region}:{account}:{name}"
):
    """Stages that source, build and deploy."""

    name = Text("Its name, where it is known before deployment.")
    role = Link(Role, "The role it acts as.")
    key = Link(Key, "The customer-managed key that encrypts what its stages hand on.")
    own_key = Flag("A customer-managed key is named for every artifact store.")


FROM_TERRAFORM = Source(
    of=Pipeline,
    each=Block("aws_codepipeline"),
    names=("name",),
    reads={
        Pipeline.name: "name",
        Pipeline.role: "role_arn",
        Pipeline.key: "artifact_store[].encryption_key[].id",
        Pipeline.own_key: "all(not_null(artifact_store[*].customer_key(encryption_key[0].id), `[]`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_codepipeline" "plain" {
  name = "plain"
  artifact_store {
    location = "artifacts"
    type     = "S3"
  }
}
""",
            gives=Pipeline("aws_codepipeline.plain", name="plain", key=frozenset(), own_key=False),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_codepipeline" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.app.arn
  artifact_store {
    location = "artifacts"
    type     = "S3"
    encryption_key {
      id   = aws_kms_key.data.arn
      type = "KMS"
    }
  }
}
""",
            gives=Pipeline(
                "aws_codepipeline.shop",
                name="shop",
                role=frozenset({"aws_iam_role.app"}),
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Pipeline,
    each=Block("AWS::CodePipeline::Pipeline"),
    names=("Name",),
    reads={
        Pipeline.name: "Name",
        Pipeline.role: "RoleArn",
        Pipeline.key: "[ArtifactStore.EncryptionKey.Id, ArtifactStores[].ArtifactStore.EncryptionKey.Id][]",
        Pipeline.own_key: "customer_key(ArtifactStore.EncryptionKey.Id) || (length(not_null(ArtifactStores, `[]`)) > `0` && all(ArtifactStores[*].customer_key(ArtifactStore.EncryptionKey.Id)))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: plain
      ArtifactStore: {Type: S3, Location: artifacts}
""",
            gives=Pipeline("Plain", name="plain", key=frozenset(), own_key=False),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: []}
  Shop:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: shop
      RoleArn: !GetAtt App.Arn
      ArtifactStore: {Type: S3, Location: artifacts, EncryptionKey: {Id: !GetAtt Data.Arn, Type: KMS}}
""",
            gives=Pipeline("Shop", name="shop", role=frozenset({"App"}), key=frozenset({"Data"}), own_key=True),
        ),
    ],
)
