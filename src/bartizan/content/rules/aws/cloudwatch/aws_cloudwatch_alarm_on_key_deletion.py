"""Disabling and deletion of KMS keys raise an alarm."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm, LogGroup, MetricFilter
from bartizan.core.claim import Rule, Severity

SEEN = MetricFilter.named.has_all(
    "DisableKey",
    "ScheduleKeyDeletion",
)

RULE = Rule(
    id="aws-cloudwatch-alarm-on-key-deletion",
    title="Disabling and deletion of KMS keys raise an alarm",
    severity=Severity.LOW,
    every=Trail,
    where=Trail.all_regions & Trail.sent_to_logs,
    must=Trail.log_group.any(LogGroup.filters.any(SEEN & MetricFilter.alarms.any(Alarm.acts))),
    because="A key that goes takes all data it encrypted with it; the days until then are the time to stop it.",
    fix=(
        "Add to the log group of the trail a metric filter for DisableKey and ScheduleKeyDeletion of "
        "kms.amazonaws.com, and an alarm on its metric with an action."
    ),
    serves=("monitoring-and-alerting", "key-protection"),
    also=(
        "AVD-AWS-0153",
        "AWS-0153",
        "aws-cloudwatch-require-cmk-disabled-alarm",
    ),
    passes=[
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset({"DisableKey", "ScheduleKeyDeletion", "kms.amazonaws.com"}),
                alarms=frozenset({"a"}),
            ),
            Alarm("a", acts=True),
        ),
    ],
    fails=[
        (Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})), LogGroup("g", filters=frozenset())),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter("f", named=frozenset({"DisableKey"}), alarms=frozenset({"a"})),
            Alarm("a", acts=True),
        ),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset({"DisableKey", "ScheduleKeyDeletion", "kms.amazonaws.com"}),
                alarms=frozenset({"a"}),
            ),
            Alarm("a", acts=False),
        ),
    ],
)
