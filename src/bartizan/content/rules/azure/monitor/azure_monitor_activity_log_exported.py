"""Activity logs are sent on with all that matters."""

from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-monitor-activity-log-exported",
    title="Activity logs are sent on with all that matters",
    severity=Severity.MEDIUM,
    every=Subscription,
    where=Subscription.exporting,
    must=Subscription.exports.has_all("Administrative", "Security", "Alert", "Policy"),
    because="Who changed what cannot be told after 90 days, nor of the categories that are left out.",
    fix="Add enabled_log for Administrative, Security, Alert and Policy to the diagnostic setting of the subscription.",
    serves=("audit-logging",),
    also=(
        "CKV_AZURE_38",
        "AZU-0033",
        "AVD-AZU-0033",
        "azure-monitor-capture-all-activities",
    ),
    passes=[Subscription(exporting=True, exports=frozenset({"Administrative", "Security", "Alert", "Policy"}))],
    fails=[Subscription(exporting=True, exports=frozenset({"Administrative"}))],
)
