"""Console sign-in without MFA raises an alarm."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm, LogGroup, MetricFilter
from bartizan.core.claim import Rule, Severity

SEEN = MetricFilter.named.has("ConsoleLogin") & MetricFilter.fields.has("additionalEventData.MFAUsed")

RULE = Rule(
    id="aws-cloudwatch-alarm-on-sign-in-without-mfa",
    title="Console sign-in without MFA raises an alarm",
    severity=Severity.LOW,
    every=Trail,
    where=Trail.all_regions & Trail.sent_to_logs,
    must=Trail.log_group.any(LogGroup.filters.any(SEEN & MetricFilter.alarms.any(Alarm.acts))),
    because="A sign-in with a password alone is either a gap in the set-up or somebody else.",
    fix=(
        "Add to the log group of the trail a metric filter for eventName ConsoleLogin with "
        'additionalEventData.MFAUsed other than "Yes", and an alarm on its metric with an action.'
    ),
    serves=("monitoring-and-alerting",),
    also=(
        "AVD-AWS-0148",
        "AWS-0148",
        "aws-cloudwatch-require-non-mfa-login-alarm",
    ),
    passes=[
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset({"ConsoleLogin", "Yes"}),
                fields=frozenset({"additionalEventData.MFAUsed"}),
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
                "f",
                named=frozenset({"SwitchRole"}),
                fields=frozenset({"additionalEventData.MFAUsed"}),
                alarms=frozenset({"a"}),
            ),
            Alarm("a", acts=True),
        ),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset({"ConsoleLogin", "Yes"}),
                fields=frozenset({"additionalEventData.MFAUsed"}),
                alarms=frozenset({"a"}),
            ),
            Alarm("a", acts=False),
        ),
    ],
)
