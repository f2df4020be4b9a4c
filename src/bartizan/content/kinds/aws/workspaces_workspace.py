"""Amazon WorkSpaces desktops."""

from bartizan.core.kind import Asset, Flag
from bartizan.core.source import Block, Shown, Source


class Workspace(
    Asset, kind="aws.workspaces.workspace", identifier="arn:{partition}:workspaces:{region}:{account}:workspace/{id}"
):
    """A desktop that a person uses over the network."""

    root_encrypted = Flag("The volume of its operating system is encrypted.")
    user_encrypted = Flag("The volume of its user is encrypted.")


FROM_TERRAFORM = Source(
    of=Workspace,
    each=Block("aws_workspaces_workspace"),
    reads={
        Workspace.root_encrypted: "flag(not_null(root_volume_encryption_enabled, `false`))",
        Workspace.user_encrypted: "flag(not_null(user_volume_encryption_enabled, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_workspaces_workspace" "plain" {}
""",
            gives=Workspace("aws_workspaces_workspace.plain", root_encrypted=False, user_encrypted=False),
        ),
        Shown(
            text="""
resource "aws_workspaces_workspace" "anna" {
  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = true
}
""",
            gives=Workspace("aws_workspaces_workspace.anna", root_encrypted=True, user_encrypted=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Workspace,
    each=Block("AWS::WorkSpaces::Workspace"),
    reads={
        Workspace.root_encrypted: "flag(not_null(RootVolumeEncryptionEnabled, `false`))",
        Workspace.user_encrypted: "flag(not_null(UserVolumeEncryptionEnabled, `false`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::WorkSpaces::Workspace
    Properties:
      BundleId: b
      DirectoryId: d
      UserName: anna
""",
            gives=Workspace("Plain", root_encrypted=False, user_encrypted=False),
        ),
        Shown(
            text="""
Resources:
  Anna:
    Type: AWS::WorkSpaces::Workspace
    Properties:
      BundleId: b
      DirectoryId: d
      UserName: anna
      RootVolumeEncryptionEnabled: true
      UserVolumeEncryptionEnabled: true
""",
            gives=Workspace("Anna", root_encrypted=True, user_encrypted=True),
        ),
    ],
)
