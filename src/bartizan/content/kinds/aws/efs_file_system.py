"""Amazon EFS file systems and their access points."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.placed import Placed
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Asset, Document, Flag, Link, Text
from bartizan.core.source import Beside, Block, First, Fixed, Shown, Source


class FileSystem(
    Governed,
    DataStore,
    Placed,
    kind="aws.efs.file-system",
    identifier="arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{id}",
):
    """Files that many machines mount over the network."""

    encrypted = Flag("Its files are encrypted at rest.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    tls_only = Flag("Its policy denies mounts that do not use TLS.")
    open_by_policy = Flag("Its policy lets everyone in, from wherever.")
    backed_up = Flag("It is backed up every day, or a backup plan selects it.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")
    security_groups = Link(SecurityGroup, "Security groups around the addresses it is mounted from.")


FROM_TERRAFORM = Source(
    of=FileSystem,
    each=Block("aws_efs_file_system"),
    reads={
        FileSystem.tags: TAGS,
        **GOVERNED,
        FileSystem.policy: Beside(types="aws_efs_file_system_policy", on="file_system_id", read="policy"),
        FileSystem.encrypted: "flag(not_null(encrypted, `false`))",
        FileSystem.key: "kms_key_id",
        FileSystem.own_key: "customer_key(kms_key_id)",
        FileSystem.tls_only: Beside(
            types="aws_efs_file_system_policy", on="file_system_id", read="policy_tls_only(policy)", none=False
        ),
        FileSystem.open_by_policy: Beside(
            types="aws_efs_file_system_policy", on="file_system_id", read="policy_public(policy)", none=False
        ),
        FileSystem.backed_up: First(
            Beside(types="aws_efs_backup_policy", on="file_system_id", read="backup_policy[0].status == 'ENABLED'"),
            Beside(types="aws_backup_selection", on="resources", read="`true`"),
            Fixed(False, "Automatic backups are off unless a backup policy switches them on."),
        ),
        FileSystem.subnets: Beside(types="aws_efs_mount_target", on="file_system_id", read="[].subnet_id", all=True),
        FileSystem.security_groups: Beside(
            types="aws_efs_mount_target", on="file_system_id", read="[].security_groups[]", all=True
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_efs_file_system" "plain" {}
""",
            gives=FileSystem(
                "aws_efs_file_system.plain",
                encrypted=False,
                key=frozenset(),
                own_key=False,
                tls_only=False,
                open_by_policy=False,
                backed_up=False,
                tags=frozenset(),
                subnets=frozenset(),
                security_groups=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_efs_file_system" "home" {
  encrypted  = true
  kms_key_id = aws_kms_key.data.arn
}

resource "aws_efs_backup_policy" "home" {
  file_system_id = aws_efs_file_system.home.id
  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_file_system_policy" "home" {
  file_system_id = aws_efs_file_system.home.id
  policy = jsonencode({
    Statement = [
      { Effect = "Deny", Principal = "*", Action = "*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } },
      { Effect = "Allow", Principal = "*", Action = "elasticfilesystem:ClientMount", Resource = "*" },
    ]
  })
}
""",
            gives=FileSystem(
                "aws_efs_file_system.home",
                policy='{"Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Conditio'
                'n":{"Bool":{"aws:SecureTransport":"false"}}},{"Effect":"Allow","Principal":"*","Acti'
                'on":"elasticfilesystem:ClientMount","Resource":"*"}]}',
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                tls_only=True,
                open_by_policy=True,
                backed_up=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=FileSystem,
    each=Block("AWS::EFS::FileSystem"),
    reads={
        FileSystem.tags: TAGS_LISTED.replace("Tags", "FileSystemTags"),
        **GOVERNED,
        FileSystem.policy: "FileSystemPolicy",
        FileSystem.encrypted: "flag(not_null(Encrypted, `false`))",
        FileSystem.key: "KmsKeyId",
        FileSystem.own_key: "customer_key(KmsKeyId)",
        FileSystem.tls_only: "policy_tls_only(FileSystemPolicy)",
        FileSystem.open_by_policy: "policy_public(FileSystemPolicy)",
        FileSystem.backed_up: First(
            "BackupPolicy.Status == 'ENABLED' || `null`",
            Beside(types="AWS::Backup::BackupSelection", on="BackupSelection.Resources", read="`true`", none=False),
        ),
        FileSystem.subnets: Beside(types="AWS::EFS::MountTarget", on="FileSystemId", read="[].SubnetId", all=True),
        FileSystem.security_groups: Beside(
            types="AWS::EFS::MountTarget", on="FileSystemId", read="[].SecurityGroups[]", all=True
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::EFS::FileSystem
""",
            gives=FileSystem(
                "Plain",
                encrypted=False,
                key=frozenset(),
                own_key=False,
                tls_only=False,
                open_by_policy=False,
                backed_up=False,
                tags=frozenset(),
                subnets=frozenset(),
                security_groups=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Home:
    Type: AWS::EFS::FileSystem
    Properties:
      Encrypted: true
      KmsKeyId: !GetAtt Data.Arn
      BackupPolicy: {Status: ENABLED}
      FileSystemPolicy:
        Statement:
          - {Effect: Deny, Principal: "*", Action: "*", Resource: "*", Condition: {Bool: {"aws:SecureTransport": "false"}}}
          - {Effect: Allow, Principal: "*", Action: "elasticfilesystem:ClientMount", Resource: "*"}
""",
            gives=FileSystem(
                "Home",
                policy='{"Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Conditio'
                'n":{"Bool":{"aws:SecureTransport":"false"}}},{"Effect":"Allow","Principal":"*","Acti'
                'on":"elasticfilesystem:ClientMount","Resource":"*"}]}',
                encrypted=True,
                key=frozenset({"Data"}),
                own_key=True,
                tls_only=True,
                open_by_policy=True,
                backed_up=True,
            ),
        ),
    ],
)


class AccessPoint(
    Asset,
    kind="aws.efs.access-point",
    identifier="arn:{partition}:elasticfilesystem:{region}:{account}:access-point/{id}",
):
    """A way into a file system that fixes a directory and a user."""

    file_system = Link(FileSystem, "The file system it leads into.")
    root = Text("The directory that clients see as the root.")
    fixes_user = Flag("Every client acts as a user that it sets.")


ACCESS_POINT_FROM_TERRAFORM = Source(
    of=AccessPoint,
    each=Block("aws_efs_access_point"),
    reads={
        AccessPoint.file_system: "file_system_id",
        AccessPoint.root: "not_null(root_directory[0].path, '/')",
        AccessPoint.fixes_user: "length(not_null(posix_user, `[]`)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "aws_efs_access_point" "plain" {
  file_system_id = "fs-1"
}
""",
            gives=AccessPoint("aws_efs_access_point.plain", root="/", fixes_user=False),
        ),
        Shown(
            text="""
resource "aws_efs_file_system" "home" {}

resource "aws_efs_access_point" "shop" {
  file_system_id = aws_efs_file_system.home.id
  root_directory {
    path = "/shop"
  }
  posix_user {
    uid = 1000
    gid = 1000
  }
}
""",
            gives=AccessPoint(
                "aws_efs_access_point.shop",
                file_system=frozenset({"aws_efs_file_system.home"}),
                root="/shop",
                fixes_user=True,
            ),
        ),
    ],
)

ACCESS_POINT_FROM_CLOUDFORMATION = Source(
    of=AccessPoint,
    each=Block("AWS::EFS::AccessPoint"),
    reads={
        AccessPoint.file_system: "FileSystemId",
        AccessPoint.root: "not_null(RootDirectory.Path, '/')",
        AccessPoint.fixes_user: "PosixUser != `null`",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: fs-1
""",
            gives=AccessPoint("Plain", root="/", fixes_user=False),
        ),
        Shown(
            text="""
Resources:
  Home:
    Type: AWS::EFS::FileSystem
  Shop:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: !Ref Home
      RootDirectory: {Path: /shop}
      PosixUser: {Uid: "1000", Gid: "1000"}
""",
            gives=AccessPoint("Shop", file_system=frozenset({"Home"}), root="/shop", fixes_user=True),
        ),
    ],
)
