"""Changes of security groups raise an alarm."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm, LogGroup, MetricFilter
from bartizan.core.claim import Rule, Severity

SEEN = MetricFilter.named.has_all(
    "AuthorizeSecurityGroupIngress",
    "AuthorizeSecurityGroupEgress",
    "RevokeSecurityGroupIngress",
    "RevokeSecurityGroupEgress",
    "CreateSecurityGroup",
    "DeleteSecurityGroup",
)

RULE = Rule(
    id="aws-cloudwatch-alarm-on-security-group-change",
    title="Changes of security groups raise an alarm",
    severity=Severity.LOW,
    every=Trail,
    where=Trail.all_regions & Trail.sent_to_logs,
    must=Trail.log_group.any(LogGroup.filters.any(SEEN & MetricFilter.alarms.any(Alarm.acts))),
    because="One rule opens a database to the Internet; who hears of it at once can close it before it is found.",
    fix=(
        "Add to the log group of the trail a metric filter for the calls that create, delete and change security "
        "groups, and an alarm on its metric with an action."
    ),
    serves=("monitoring-and-alerting",),
    also=(
        "AVD-AWS-0156",
        "AWS-0156",
        "aws-cloudwatch-require-sg-change-alarms",
    ),
    passes=[
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset(
                    {
                        "AuthorizeSecurityGroupIngress",
                        "AuthorizeSecurityGroupEgress",
                        "RevokeSecurityGroupIngress",
                        "RevokeSecurityGroupEgress",
                        "CreateSecurityGroup",
                        "DeleteSecurityGroup",
                    }
                ),
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
            MetricFilter("f", named=frozenset({"CreateSecurityGroup"}), alarms=frozenset({"a"})),
            Alarm("a", acts=True),
        ),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset(
                    {
                        "AuthorizeSecurityGroupIngress",
                        "AuthorizeSecurityGroupEgress",
                        "RevokeSecurityGroupIngress",
                        "RevokeSecurityGroupEgress",
                        "CreateSecurityGroup",
                        "DeleteSecurityGroup",
                    }
                ),
                alarms=frozenset({"a"}),
            ),
            Alarm("a", acts=False),
        ),
    ],
)
