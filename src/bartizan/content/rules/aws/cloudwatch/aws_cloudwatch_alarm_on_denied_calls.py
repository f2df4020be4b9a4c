"""Refused calls raise an alarm."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm, LogGroup, MetricFilter
from bartizan.core.claim import Rule, Severity

SEEN = MetricFilter.named.has_match(r"UnauthorizedOperation") & MetricFilter.named.has_match(r"AccessDenied")

RULE = Rule(
    id="aws-cloudwatch-alarm-on-denied-calls",
    title="Refused calls raise an alarm",
    severity=Severity.LOW,
    every=Trail,
    where=Trail.all_regions & Trail.sent_to_logs,
    must=Trail.log_group.any(LogGroup.filters.any(SEEN & MetricFilter.alarms.any(Alarm.acts))),
    because="A burst of refused calls is what it looks like when an intruder tries out a stolen key.",
    fix=(
        'Add to the log group of the trail a metric filter for errorCode "*UnauthorizedOperation" or "AccessDenied*", '
        "and an alarm on its metric with an action."
    ),
    serves=("monitoring-and-alerting",),
    also=(
        "AVD-AWS-0147",
        "AWS-0147",
        "aws-cloudwatch-require-unauthorised-api-call-alarm",
    ),
    passes=[
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter("f", named=frozenset({"*UnauthorizedOperation", "AccessDenied*"}), alarms=frozenset({"a"})),
            Alarm("a", acts=True),
        ),
    ],
    fails=[
        (Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})), LogGroup("g", filters=frozenset())),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter("f", named=frozenset({"AccessDenied*"}), alarms=frozenset({"a"})),
            Alarm("a", acts=True),
        ),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter("f", named=frozenset({"*UnauthorizedOperation", "AccessDenied*"}), alarms=frozenset({"a"})),
            Alarm("a", acts=False),
        ),
    ],
)
