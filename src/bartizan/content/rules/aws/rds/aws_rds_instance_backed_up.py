"""RDS instances keep backups for a week or more."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-backed-up",
    title="RDS instances keep backups for a week or more",
    severity=Severity.MEDIUM,
    every=Instance,
    where=~Instance.member & ~Instance.replica,
    must=Instance.backup_days.at_least(7),
    because=(
        "What is deleted or encrypted by an attacker, or spoilt by a mistake found late, can be restored only as "
        "far back as the backups go."
    ),
    fix="Set backup_retention_period (Terraform) or BackupRetentionPeriod (CloudFormation) to 7 or more.",
    serves=("backup",),
    also=("CKV_AWS_133", "AWS-0077", "AVD-AWS-0077", "aws-rds-specify-backup-retention"),
    passes=[Instance(member=False, replica=False, backup_days=7)],
    fails=[Instance(member=False, replica=False, backup_days=0), Instance(member=False, replica=False, backup_days=1)],
)
