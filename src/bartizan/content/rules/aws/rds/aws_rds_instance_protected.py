"""RDS instances are protected from deletion."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-protected",
    title="RDS instances are protected from deletion",
    severity=Severity.MEDIUM,
    every=Instance,
    where=~Instance.member & ~Instance.replica,
    must=Instance.deletion_protected,
    because="One mistaken or malicious call deletes the database, and with it its automatic backups.",
    fix="Set deletion_protection (Terraform) or DeletionProtection (CloudFormation) to true.",
    serves=("deletion-protection",),
    also=("CKV_AWS_293", "AWS-0177", "AVD-AWS-0177", "aws-rds-enable-deletion-protection"),
    passes=[Instance(member=False, replica=False, deletion_protected=True)],
    fails=[Instance(member=False, replica=False, deletion_protected=False)],
)
