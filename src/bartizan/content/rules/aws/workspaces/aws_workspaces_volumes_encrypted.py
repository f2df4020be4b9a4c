"""Volumes of WorkSpaces are encrypted."""

from bartizan.content.kinds.aws.workspaces_workspace import Workspace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-workspaces-volumes-encrypted",
    title="Volumes of WorkSpaces are encrypted",
    severity=Severity.MEDIUM,
    every=Workspace,
    must=Workspace.root_encrypted & Workspace.user_encrypted,
    because="Whoever gets at the disks or a snapshot reads the files of the person as they are.",
    fix=(
        "Set root_volume_encryption_enabled and user_volume_encryption_enabled (Terraform), or "
        "RootVolumeEncryptionEnabled and UserVolumeEncryptionEnabled (CloudFormation) to true."
    ),
    serves=("encryption-at-rest",),
    also=("CKV_AWS_155", "CKV_AWS_156", "AWS-0109", "AVD-AWS-0109", "aws-workspaces-enable-disk-encryption"),
    passes=[Workspace(root_encrypted=True, user_encrypted=True)],
    fails=[Workspace(root_encrypted=False, user_encrypted=False), Workspace(root_encrypted=True, user_encrypted=False)],
)
