"""RDS instances are encrypted at rest."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-encrypted",
    title="RDS instances are encrypted at rest",
    severity=Severity.HIGH,
    every=Instance,
    where=~Instance.member,
    must=Instance.encrypted,
    because=(
        "Whoever gets at the disks, a snapshot or a backup reads the data as it is; and encryption cannot be "
        "switched on later without a copy."
    ),
    fix=(
        "Set storage_encrypted (Terraform) or StorageEncrypted (CloudFormation) to true; copy an existing "
        "instance through an encrypted snapshot."
    ),
    serves=("encryption-at-rest",),
    also=("CKV_AWS_16", "AWS-0080", "AVD-AWS-0080", "aws-rds-encrypt-instance-storage-data"),
    passes=[Instance(member=False, encrypted=True)],
    fails=[Instance(member=False, encrypted=False)],
)
