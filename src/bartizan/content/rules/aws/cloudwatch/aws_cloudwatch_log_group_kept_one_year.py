"""Log groups keep events for a year."""

from bartizan.content.kinds.aws.cloudwatch_log_group import LogGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudwatch-log-group-kept-one-year",
    title="Log groups keep events for a year",
    severity=Severity.LOW,
    every=LogGroup,
    must=LogGroup.retention.at_least(365) | LogGroup.retention.equals(0),
    because="Intrusions are found months later; what was deleted by then can no longer tell how they began.",
    fix="Set retention_in_days (Terraform) or RetentionInDays (CloudFormation) to 365 or more.",
    serves=("log-retention",),
    also=("CKV_AWS_338",),
    passes=[
        LogGroup(retention=365),
        LogGroup(retention=0),
    ],
    fails=[
        LogGroup(retention=30),
    ],
)
