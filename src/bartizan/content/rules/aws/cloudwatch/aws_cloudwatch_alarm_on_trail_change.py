"""Changes of CloudTrail raise an alarm."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm, LogGroup, MetricFilter
from bartizan.core.claim import Rule, Severity

SEEN = MetricFilter.named.has_all(
    "CreateTrail",
    "UpdateTrail",
    "DeleteTrail",
    "StartLogging",
    "StopLogging",
)

RULE = Rule(
    id="aws-cloudwatch-alarm-on-trail-change",
    title="Changes of CloudTrail raise an alarm",
    severity=Severity.LOW,
    every=Trail,
    where=Trail.all_regions & Trail.sent_to_logs,
    must=Trail.log_group.any(LogGroup.filters.any(SEEN & MetricFilter.alarms.any(Alarm.acts))),
    because="Switching off the record is how an intruder stays unseen.",
    fix=(
        "Add to the log group of the trail a metric filter for CreateTrail, UpdateTrail, DeleteTrail, StartLogging "
        "and StopLogging, and an alarm on its metric with an action."
    ),
    serves=("monitoring-and-alerting",),
    also=(
        "AVD-AWS-0151",
        "AWS-0151",
        "aws-cloudwatch-require-cloud-trail-change-alarm",
    ),
    passes=[
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset({"CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"}),
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
            MetricFilter("f", named=frozenset({"CreateTrail"}), alarms=frozenset({"a"})),
            Alarm("a", acts=True),
        ),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset({"CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"}),
                alarms=frozenset({"a"}),
            ),
            Alarm("a", acts=False),
        ),
    ],
)
