"""Trails are sent to CloudWatch Logs, where alarms can watch them."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-sent-to-cloudwatch",
    title="Trails are sent to CloudWatch Logs, where alarms can watch them",
    severity=Severity.LOW,
    every=Trail,
    must=Trail.sent_to_logs,
    because="Files in a bucket are read after the fact; alarms need the events as they come.",
    fix=(
        "Set cloud_watch_logs_group_arn and cloud_watch_logs_role_arn (Terraform), or CloudWatchLogsLogGroupArn and "
        "CloudWatchLogsRoleArn (CloudFormation)."
    ),
    serves=("monitoring-and-alerting",),
    also=(
        "CKV2_AWS_10",
        "AVD-AWS-0162",
        "AWS-0162",
        "aws-cloudtrail-ensure-cloudwatch-integration",
    ),
    passes=[
        Trail(sent_to_logs=True),
    ],
    fails=[
        Trail(sent_to_logs=False),
    ],
)
