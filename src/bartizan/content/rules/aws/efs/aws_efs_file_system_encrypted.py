"""EFS file systems are encrypted at rest."""

from bartizan.content.kinds.aws.efs_file_system import FileSystem
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-efs-file-system-encrypted",
    title="EFS file systems are encrypted at rest",
    severity=Severity.HIGH,
    every=FileSystem,
    must=FileSystem.encrypted,
    because=(
        "Whoever gets at the disks, a snapshot or a backup reads the data as it is; and encryption cannot be "
        "switched on later without a copy."
    ),
    fix="Set encrypted (Terraform) or Encrypted (CloudFormation) to true.",
    serves=("encryption-at-rest",),
    also=("CKV_AWS_42", "AWS-0037", "AVD-AWS-0037", "aws-efs-enable-at-rest-encryption"),
    passes=[FileSystem(encrypted=True)],
    fails=[FileSystem(encrypted=False)],
)
