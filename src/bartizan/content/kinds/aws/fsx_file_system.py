"""Amazon FSx file systems: Windows, ONTAP, OpenZFS and Lustre."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Flag, Link
from bartizan.core.source import Block, Fixed, Shown, Source


class FileSystem(
    DataStore, kind="aws.fsx.file-system", identifier="arn:{partition}:fsx:{region}:{account}:file-system/{id}"
):
    """A file server, whose host and storage AWS runs."""

    scratch = Flag("It is for data that need not last; such file systems have no key of their own.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")


FROM_TERRAFORM = Source(
    of=FileSystem,
    each=Block("aws_fsx_windows_file_system", "aws_fsx_ontap_file_system", "aws_fsx_openzfs_file_system"),
    reads={
        FileSystem.tags: TAGS,
        FileSystem.scratch: Fixed(False, "Only file systems of Lustre can be for scratch data."),
        FileSystem.key: "kms_key_id",
        FileSystem.own_key: "customer_key(kms_key_id)",
    },
    shows=[
        Shown(
            text="""
resource "aws_fsx_windows_file_system" "plain" {}
""",
            gives=FileSystem(
                "aws_fsx_windows_file_system.plain", scratch=False, key=frozenset(), own_key=False, tags=frozenset()
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_fsx_ontap_file_system" "files" {
  kms_key_id = aws_kms_key.data.arn
}
""",
            gives=FileSystem(
                "aws_fsx_ontap_file_system.files", scratch=False, key=frozenset({"aws_kms_key.data"}), own_key=True
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=FileSystem,
    each=Block("AWS::FSx::FileSystem"),
    reads={
        FileSystem.tags: TAGS_LISTED,
        FileSystem.scratch: "FileSystemType == 'LUSTRE' && !starts_with(not_null(LustreConfiguration.DeploymentType, 'SCRATCH_1'), 'PERSISTENT')",
        FileSystem.key: "KmsKeyId",
        FileSystem.own_key: "customer_key(KmsKeyId)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: WINDOWS
""",
            gives=FileSystem("Plain", scratch=False, key=frozenset(), own_key=False, tags=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Files:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: LUSTRE
      KmsKeyId: !Ref Data
      LustreConfiguration: {DeploymentType: PERSISTENT_2}
""",
            gives=FileSystem("Files", scratch=False, key=frozenset({"Data"}), own_key=True),
        ),
        Shown(
            text="""
Resources:
  Scratch:
    Type: AWS::FSx::FileSystem
    Properties:
      FileSystemType: LUSTRE
""",
            gives=FileSystem("Scratch", scratch=True),
        ),
    ],
)

LUSTRE_FROM_TERRAFORM = Source(
    of=FileSystem,
    each=Block("aws_fsx_lustre_file_system"),
    reads={
        FileSystem.tags: TAGS,
        FileSystem.scratch: "!starts_with(not_null(deployment_type, 'SCRATCH_1'), 'PERSISTENT')",
        FileSystem.key: "kms_key_id",
        FileSystem.own_key: "customer_key(kms_key_id)",
    },
    shows=[
        Shown(
            text="""
resource "aws_fsx_lustre_file_system" "scratch" {}
""",
            gives=FileSystem(
                "aws_fsx_lustre_file_system.scratch", scratch=True, key=frozenset(), own_key=False, tags=frozenset()
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_fsx_lustre_file_system" "kept" {
  deployment_type = "PERSISTENT_2"
  kms_key_id      = aws_kms_key.data.arn
}
""",
            gives=FileSystem(
                "aws_fsx_lustre_file_system.kept", scratch=False, key=frozenset({"aws_kms_key.data"}), own_key=True
            ),
        ),
    ],
)
