"""RDS instances send their logs to CloudWatch."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-logs-exported",
    title="RDS instances send their logs to CloudWatch",
    severity=Severity.LOW,
    every=Instance,
    where=~Instance.member,
    must=~Instance.exported_logs.empty(),
    because=(
        "Logs that stay on the instance are gone after days, and with the instance; what happened in a break-in "
        "cannot be found out."
    ),
    fix=(
        "Name the logs of the engine in enabled_cloudwatch_logs_exports (Terraform) or "
        "EnableCloudwatchLogsExports (CloudFormation)."
    ),
    serves=("application-logging", "data-access-logging"),
    also=("CKV_AWS_129",),
    passes=[Instance(member=False, exported_logs=frozenset({"error"}))],
    fails=[Instance(member=False, exported_logs=frozenset())],
)
