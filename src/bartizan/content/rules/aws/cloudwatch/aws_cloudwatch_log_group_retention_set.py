"""Log groups delete old events."""

from bartizan.content.kinds.aws.cloudwatch_log_group import LogGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudwatch-log-group-retention-set",
    title="Log groups delete old events",
    severity=Severity.LOW,
    every=LogGroup,
    must=LogGroup.retention.at_least(1),
    because=(
        "Logs hold more personal data and secrets than anyone thinks, and without an end all of it is there to be "
        "stolen."
    ),
    fix="Set retention_in_days (Terraform) or RetentionInDays (CloudFormation).",
    serves=("data-retention",),
    also=("CKV_AWS_66",),
    passes=[
        LogGroup(retention=30),
    ],
    fails=[
        LogGroup(retention=0),
    ],
)
