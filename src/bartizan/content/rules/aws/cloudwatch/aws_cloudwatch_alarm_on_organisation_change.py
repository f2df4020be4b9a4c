"""Changes of the organisation raise an alarm."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm, LogGroup, MetricFilter
from bartizan.core.claim import Rule, Severity

SEEN = MetricFilter.named.has("organizations.amazonaws.com")

RULE = Rule(
    id="aws-cloudwatch-alarm-on-organisation-change",
    title="Changes of the organisation raise an alarm",
    severity=Severity.LOW,
    every=Trail,
    where=Trail.all_regions & Trail.sent_to_logs,
    must=Trail.log_group.any(LogGroup.filters.any(SEEN & MetricFilter.alarms.any(Alarm.acts))),
    because="Removing an account or a policy from the organisation takes away the guardrails of everything in it.",
    fix=(
        "Add to the log group of the trail a metric filter for eventSource organizations.amazonaws.com and the calls "
        "that change the organisation, and an alarm on its metric with an action."
    ),
    serves=("monitoring-and-alerting",),
    also=(
        "AVD-AWS-0174",
        "AWS-0174",
        "aws-cloudwatch-require-org-changes-alarm",
    ),
    passes=[
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f", named=frozenset({"organizations.amazonaws.com", "LeaveOrganization"}), alarms=frozenset({"a"})
            ),
            Alarm("a", acts=True),
        ),
    ],
    fails=[
        (Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})), LogGroup("g", filters=frozenset())),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter("f", named=frozenset({"LeaveOrganization"}), alarms=frozenset({"a"})),
            Alarm("a", acts=True),
        ),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f", named=frozenset({"organizations.amazonaws.com", "LeaveOrganization"}), alarms=frozenset({"a"})
            ),
            Alarm("a", acts=False),
        ),
    ],
)
