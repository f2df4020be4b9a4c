"""Changes of IAM policies raise an alarm."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.content.kinds.aws.cloudwatch_log_group import Alarm, LogGroup, MetricFilter
from bartizan.core.claim import Rule, Severity

SEEN = MetricFilter.named.has_all(
    "DeleteGroupPolicy",
    "DeleteRolePolicy",
    "DeleteUserPolicy",
    "PutGroupPolicy",
    "PutRolePolicy",
    "PutUserPolicy",
    "CreatePolicy",
    "DeletePolicy",
    "CreatePolicyVersion",
    "DeletePolicyVersion",
    "AttachRolePolicy",
    "DetachRolePolicy",
    "AttachUserPolicy",
    "DetachUserPolicy",
    "AttachGroupPolicy",
    "DetachGroupPolicy",
)

RULE = Rule(
    id="aws-cloudwatch-alarm-on-iam-change",
    title="Changes of IAM policies raise an alarm",
    severity=Severity.LOW,
    every=Trail,
    where=Trail.all_regions & Trail.sent_to_logs,
    must=Trail.log_group.any(LogGroup.filters.any(SEEN & MetricFilter.alarms.any(Alarm.acts))),
    because="Giving oneself more rights is the step most break-ins take, and it is one of these calls.",
    fix=(
        "Add to the log group of the trail a metric filter for the calls that write, create, delete, attach and "
        "detach policies of IAM, and an alarm on its metric with an action."
    ),
    serves=("monitoring-and-alerting",),
    also=(
        "AVD-AWS-0150",
        "AWS-0150",
        "aws-cloudwatch-require-iam-policy-change-alarm",
    ),
    passes=[
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset(
                    {
                        "DeleteGroupPolicy",
                        "DeleteRolePolicy",
                        "DeleteUserPolicy",
                        "PutGroupPolicy",
                        "PutRolePolicy",
                        "PutUserPolicy",
                        "CreatePolicy",
                        "DeletePolicy",
                        "CreatePolicyVersion",
                        "DeletePolicyVersion",
                        "AttachRolePolicy",
                        "DetachRolePolicy",
                        "AttachUserPolicy",
                        "DetachUserPolicy",
                        "AttachGroupPolicy",
                        "DetachGroupPolicy",
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
            MetricFilter("f", named=frozenset({"PutRolePolicy"}), alarms=frozenset({"a"})),
            Alarm("a", acts=True),
        ),
        (
            Trail(all_regions=True, sent_to_logs=True, log_group=frozenset({"g"})),
            LogGroup("g", filters=frozenset({"f"})),
            MetricFilter(
                "f",
                named=frozenset(
                    {
                        "DeleteGroupPolicy",
                        "DeleteRolePolicy",
                        "DeleteUserPolicy",
                        "PutGroupPolicy",
                        "PutRolePolicy",
                        "PutUserPolicy",
                        "CreatePolicy",
                        "DeletePolicy",
                        "CreatePolicyVersion",
                        "DeletePolicyVersion",
                        "AttachRolePolicy",
                        "DetachRolePolicy",
                        "AttachUserPolicy",
                        "DetachUserPolicy",
                        "AttachGroupPolicy",
                        "DetachGroupPolicy",
                    }
                ),
                alarms=frozenset({"a"}),
            ),
            Alarm("a", acts=False),
        ),
    ],
)
