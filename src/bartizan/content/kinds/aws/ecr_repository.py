"""Amazon ECR repositories of container images."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.content.kinds.software.application import Application
from bartizan.core.kind import Document, Flag, Link, Text
from bartizan.core.source import Beside, Block, Shown, Source


class Repository(
    Governed,
    DataStore,
    kind="aws.ecr.repository",
    identifier="arn:{partition}:ecr:{region}:{account}:repository/{name}",
):
    """Keeps the images of one name."""

    name = Text("Its name, where it is known before deployment.")
    scanned_on_push = Flag("Every image is looked through for known faults when it is pushed.")
    tags_immutable = Flag("A tag cannot be moved to another image.")
    open_to_all = Flag("Its policy lets everyone in, without a condition on who asks.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key encrypts it.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")
    applications = Link(Application, "What its images hold, where they are built here.", derived=True)


FROM_TERRAFORM = Source(
    of=Repository,
    each=Block("aws_ecr_repository"),
    names=("name",),
    reads={
        Repository.tags: TAGS,
        **GOVERNED,
        Repository.policy: Beside(types="aws_ecr_repository_policy", on="repository", read="policy"),
        Repository.name: "name",
        Repository.scanned_on_push: "flag(not_null(image_scanning_configuration[0].scan_on_push, `false`))",
        Repository.tags_immutable: "starts_with(not_null(image_tag_mutability, 'MUTABLE'), 'IMMUTABLE')",
        Repository.open_to_all: Beside(
            types="aws_ecr_repository_policy", on="repository", read="policy_public(policy)", none=False
        ),
        Repository.key: "encryption_configuration[0].kms_key",
        Repository.own_key: (
            "starts_with(not_null(encryption_configuration[0].encryption_type, 'AES256'), 'KMS') && "
            "customer_key(encryption_configuration[0].kms_key)"
        ),
    },
    shows=[
        Shown(
            text='resource "aws_ecr_repository" "plain" {\n  name = "plain"\n}',
            gives=Repository(
                "aws_ecr_repository.plain",
                name="plain",
                scanned_on_push=False,
                tags_immutable=False,
                open_to_all=False,
                key=frozenset(),
                own_key=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "images" {}

resource "aws_ecr_repository" "set" {
  name                 = "set"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.images.arn
  }
}

resource "aws_ecr_repository_policy" "set" {
  repository = aws_ecr_repository.set.name
  policy     = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:BatchGetImage" }] })
}
""",
            gives=Repository(
                "aws_ecr_repository.set",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}',
                scanned_on_push=True,
                tags_immutable=True,
                open_to_all=True,
                key=frozenset({"aws_kms_key.images"}),
                own_key=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Repository,
    each=Block("AWS::ECR::Repository"),
    names=("RepositoryName",),
    reads={
        Repository.tags: TAGS_LISTED,
        **GOVERNED,
        Repository.policy: "RepositoryPolicyText",
        Repository.name: "RepositoryName",
        Repository.scanned_on_push: "flag(not_null(ImageScanningConfiguration.ScanOnPush, `false`))",
        Repository.tags_immutable: "starts_with(not_null(ImageTagMutability, 'MUTABLE'), 'IMMUTABLE')",
        Repository.open_to_all: "policy_public(RepositoryPolicyText)",
        Repository.key: "EncryptionConfiguration.KmsKey",
        Repository.own_key: (
            "starts_with(not_null(EncryptionConfiguration.EncryptionType, 'AES256'), 'KMS') && "
            "customer_key(EncryptionConfiguration.KmsKey)"
        ),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::ECR::Repository'}}",
            gives=Repository(
                "Plain",
                name=None,
                scanned_on_push=False,
                tags_immutable=False,
                open_to_all=False,
                key=frozenset(),
                own_key=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Images:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Set:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: set
      ImageTagMutability: IMMUTABLE
      ImageScanningConfiguration: {ScanOnPush: true}
      EncryptionConfiguration: {EncryptionType: KMS, KmsKey: !GetAtt Images.Arn}
      RepositoryPolicyText: {Statement: [{Effect: Allow, Principal: {AWS: "*"}, Action: "ecr:BatchGetImage"}]}
""",
            gives=Repository(
                "Set",
                policy='{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"ecr:BatchGetImage"}]}',
                name="set",
                scanned_on_push=True,
                tags_immutable=True,
                open_to_all=True,
                key=frozenset({"Images"}),
                own_key=True,
            ),
        ),
    ],
)
