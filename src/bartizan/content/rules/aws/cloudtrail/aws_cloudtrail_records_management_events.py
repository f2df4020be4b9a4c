"""Trails record all management events."""

from bartizan.content.kinds.aws.cloudtrail_trail import Trail
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-records-management-events",
    title="Trails record all management events",
    severity=Severity.MEDIUM,
    every=Trail,
    must=Trail.management_events,
    because="Calls that are left out, such as those of IAM or all reads, are those an intruder begins with.",
    fix=(
        "Keep include_management_events and include_global_service_events true and read_write_type All, or "
        "IncludeManagementEvents, IncludeGlobalServiceEvents and ReadWriteType in CloudFormation."
    ),
    serves=("audit-logging",),
    passes=[
        Trail(management_events=True),
    ],
    fails=[
        Trail(management_events=False),
    ],
)
