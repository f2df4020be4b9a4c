"""Activity logs are kept for a year."""

from bartizan.content.kinds.azure.monitor_log_profile import LogProfile
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-monitor-activity-log-kept-one-year",
    title="Activity logs are kept for a year",
    severity=Severity.LOW,
    every=LogProfile,
    must=~LogProfile.deletes | LogProfile.days.equals(0) | LogProfile.days.at_least(365),
    because="Break-ins are often noticed after months, when the log of how it began is gone.",
    fix="Set retention_policy.days to 365 or more, or to 0.",
    serves=("log-retention",),
    also=(
        "CKV_AZURE_37",
        "AZU-0031",
        "AVD-AZU-0031",
        "azure-monitor-activity-log-retention-set",
        "AZU-0032",
        "AVD-AZU-0032",
        "azure-monitor-capture-all-regions",
    ),
    passes=[LogProfile(deletes=True, days=365), LogProfile(deletes=False, days=1)],
    fails=[LogProfile(deletes=True, days=30)],
)
