"""Alarms tell someone."""

from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudwatch-alarm-acts",
    title="Alarms tell someone",
    severity=Severity.LOW,
    every=Alarm,
    must=Alarm.acts,
    because="An alarm without an action changes its colour on a page nobody looks at.",
    fix=(
        "Set alarm_actions (Terraform) or AlarmActions (CloudFormation), and leave actions_enabled or ActionsEnabled "
        "true."
    ),
    serves=("monitoring-and-alerting",),
    also=("CKV_AWS_319",),
    passes=[
        Alarm(acts=True),
    ],
    fails=[
        Alarm(acts=False),
    ],
)
