"""Failed console sign-ins raise an alarm."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm, LogGroup, MetricFilter
from bartizan.core.claim import Rule, Severity

SEEN = MetricFilter.named.has("ConsoleLogin") & MetricFilter.fields.has("errorMessage")

RULE = Rule(
    id="aws-cloudwatch-alarm-on-failed-sign-in",
    title="Failed console sign-ins raise an alarm",
    severity=Severity.LOW,
    every=Trail,
    where=Trail.all_regions & Trail.sent_to_logs,
    must=Trail.log_group.any(LogGroup.filters.any(SEEN & MetricFilter.alarms.any(Alarm.acts))),
    because="Many failures in a row mean that somebody is guessing passwords.",
    fix=(
        'Add to the log group of the trail a metric filter for eventName ConsoleLogin with errorMessage "Failed '
        'authentication", and an alarm on its metric with an action.'
    ),
    serves=("monitoring-and-alerting",),
    also=(
        "AVD-AWS-0152",
        "AWS-0152",
        "aws-cloudwatch-require-console-login-failures-alarm",
    ),
    passes=[
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset({"ConsoleLogin", "Failed"}),
                fields=frozenset({"errorMessage"}),
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
            MetricFilter(
                "f", named=frozenset({"SwitchRole"}), fields=frozenset({"errorMessage"}), alarms=frozenset({"a"})
            ),
            Alarm("a", acts=True),
        ),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset({"ConsoleLogin", "Failed"}),
                fields=frozenset({"errorMessage"}),
                alarms=frozenset({"a"}),
            ),
            Alarm("a", acts=False),
        ),
    ],
)
