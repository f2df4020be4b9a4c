"""Use of the root user raises an alarm."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm, LogGroup, MetricFilter
from bartizan.core.claim import Rule, Severity

SEEN = MetricFilter.named.has("Root") & MetricFilter.fields.has("userIdentity.type")

RULE = Rule(
    id="aws-cloudwatch-alarm-on-root-use",
    title="Use of the root user raises an alarm",
    severity=Severity.LOW,
    every=Trail,
    where=Trail.all_regions & Trail.sent_to_logs,
    must=Trail.log_group.any(LogGroup.filters.any(SEEN & MetricFilter.alarms.any(Alarm.acts))),
    because="Nobody works as root; when it is used, something is badly wrong or about to be.",
    fix=(
        'Add to the log group of the trail a metric filter for userIdentity.type "Root", not invoked by a service, '
        "and an alarm on its metric with an action."
    ),
    serves=("monitoring-and-alerting", "no-root-use"),
    also=(
        "AVD-AWS-0149",
        "AWS-0149",
        "aws-cloudwatch-require-root-user-usage-alarm",
    ),
    passes=[
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f", named=frozenset({"Root"}), fields=frozenset({"userIdentity.type"}), alarms=frozenset({"a"})
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
                "f", named=frozenset({"IAMUser"}), fields=frozenset({"userIdentity.type"}), alarms=frozenset({"a"})
            ),
            Alarm("a", acts=True),
        ),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f", named=frozenset({"Root"}), fields=frozenset({"userIdentity.type"}), alarms=frozenset({"a"})
            ),
            Alarm("a", acts=False),
        ),
    ],
)
