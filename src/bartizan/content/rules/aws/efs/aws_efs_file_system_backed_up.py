"""EFS file systems are backed up."""

from bartizan.content.kinds.aws.efs_file_system import FileSystem
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-efs-file-system-backed-up",
    title="EFS file systems are backed up",
    severity=Severity.LOW,
    every=FileSystem,
    must=FileSystem.backed_up,
    because="Files that are deleted or encrypted by an attacker are gone for good.",
    fix=(
        "Add aws_efs_backup_policy with status ENABLED (Terraform) or BackupPolicy.Status (CloudFormation), or "
        "name the file system in a backup selection."
    ),
    serves=("backup",),
    also=("CKV2_AWS_18",),
    passes=[FileSystem(backed_up=True)],
    fails=[FileSystem(backed_up=False)],
)
