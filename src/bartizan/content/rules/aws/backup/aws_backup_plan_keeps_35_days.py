"""Backups are kept for 35 days or more."""

from bartizan.content.kinds.aws.backup_vault import Plan
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-backup-plan-keeps-35-days",
    title="Backups are kept for 35 days or more",
    severity=Severity.LOW,
    every=Plan,
    must=Plan.keeps_long,
    because="Damage is often found weeks later, when short-lived backups hold the damaged data only.",
    fix="Set delete_after (Terraform) or DeleteAfterDays (CloudFormation) of every rule to 35 or more.",
    serves=("backup",),
    passes=[
        Plan(keeps_long=True),
    ],
    fails=[
        Plan(keeps_long=False),
    ],
)
