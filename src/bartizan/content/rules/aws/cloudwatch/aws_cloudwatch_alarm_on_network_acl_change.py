"""Changes of network ACLs raise an alarm."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm, LogGroup, MetricFilter
from bartizan.core.claim import Rule, Severity

SEEN = MetricFilter.named.has_all(
    "CreateNetworkAcl",
    "CreateNetworkAclEntry",
    "DeleteNetworkAcl",
    "DeleteNetworkAclEntry",
    "ReplaceNetworkAclEntry",
    "ReplaceNetworkAclAssociation",
)

RULE = Rule(
    id="aws-cloudwatch-alarm-on-network-acl-change",
    title="Changes of network ACLs raise an alarm",
    severity=Severity.LOW,
    every=Trail,
    where=Trail.all_regions & Trail.sent_to_logs,
    must=Trail.log_group.any(LogGroup.filters.any(SEEN & MetricFilter.alarms.any(Alarm.acts))),
    because="Network ACLs are changed rarely; a change that nobody planned opens the way in or out.",
    fix=(
        "Add to the log group of the trail a metric filter for the calls that create, delete and replace network "
        "ACLs, their entries and associations, and an alarm on its metric with an action."
    ),
    serves=("monitoring-and-alerting",),
    also=(
        "AVD-AWS-0157",
        "AWS-0157",
        "aws-cloudwatch-require-nacl-changes-alarm",
    ),
    passes=[
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset(
                    {
                        "CreateNetworkAcl",
                        "CreateNetworkAclEntry",
                        "DeleteNetworkAcl",
                        "DeleteNetworkAclEntry",
                        "ReplaceNetworkAclEntry",
                        "ReplaceNetworkAclAssociation",
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
            MetricFilter("f", named=frozenset({"CreateNetworkAcl"}), alarms=frozenset({"a"})),
            Alarm("a", acts=True),
        ),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset(
                    {
                        "CreateNetworkAcl",
                        "CreateNetworkAclEntry",
                        "DeleteNetworkAcl",
                        "DeleteNetworkAclEntry",
                        "ReplaceNetworkAclEntry",
                        "ReplaceNetworkAclAssociation",
                    }
                ),
                alarms=frozenset({"a"}),
            ),
            Alarm("a", acts=False),
        ),
    ],
)
