"""Amazon Athena workgroups."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Workgroup(
    Asset, kind="aws.athena.workgroup", identifier="arn:{partition}:athena:{region}:{account}:workgroup/{name}"
):
    """Queries of one group of users, and where their results go."""

    name = Text("Its name, where it is known before deployment.")
    encryption = Text("How results are encrypted: SSE_S3, SSE_KMS or CSE_KMS; what the bucket does where unset.")
    key = Link(Key, "The customer-managed key that encrypts results.")
    managed_results = Flag("Athena keeps the results itself, always encrypted.")
    enforced = Flag("Clients cannot choose other settings than these.")


FROM_TERRAFORM = Source(
    of=Workgroup,
    each=Block("aws_athena_workgroup"),
    names=("name",),
    reads={
        Workgroup.name: "name",
        Workgroup.encryption: "configuration[0].result_configuration[0].encryption_configuration[0].encryption_option",
        Workgroup.key: "configuration[0].result_configuration[0].encryption_configuration[0].kms_key_arn",
        Workgroup.managed_results: "flag(not_null(configuration[0].managed_query_results_configuration[0].enabled, `false`))",
        Workgroup.enforced: "flag(not_null(configuration[0].enforce_workgroup_configuration, `true`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_athena_workgroup" "plain" {
  name = "plain"
}
""",
            gives=Workgroup(
                "aws_athena_workgroup.plain", encryption=None, key=frozenset(), managed_results=False, enforced=True
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_athena_workgroup" "analysts" {
  name = "analysts"
  configuration {
    enforce_workgroup_configuration = false
    result_configuration {
      output_location = "s3://results/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.data.arn
      }
    }
  }
}
""",
            gives=Workgroup(
                "aws_athena_workgroup.analysts",
                name="analysts",
                encryption="SSE_KMS",
                key=frozenset({"aws_kms_key.data"}),
                enforced=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Workgroup,
    each=Block("AWS::Athena::WorkGroup"),
    names=("Name",),
    reads={
        Workgroup.name: "Name",
        Workgroup.encryption: "WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.EncryptionOption",
        Workgroup.key: "WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.KmsKey",
        Workgroup.managed_results: "flag(not_null(WorkGroupConfiguration.ManagedQueryResultsConfiguration.Enabled, `false`))",
        Workgroup.enforced: "flag(not_null(WorkGroupConfiguration.EnforceWorkGroupConfiguration, `true`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: plain
""",
            gives=Workgroup("Plain", encryption=None, key=frozenset(), managed_results=False, enforced=True),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Analysts:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: analysts
      WorkGroupConfiguration:
        EnforceWorkGroupConfiguration: false
        ResultConfiguration:
          OutputLocation: s3://results/
          EncryptionConfiguration: {EncryptionOption: SSE_KMS, KmsKey: !GetAtt Data.Arn}
""",
            gives=Workgroup("Analysts", name="analysts", encryption="SSE_KMS", key=frozenset({"Data"}), enforced=False),
        ),
    ],
)
