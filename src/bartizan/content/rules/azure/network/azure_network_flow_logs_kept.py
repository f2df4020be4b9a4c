"""Flow logs are kept for 90 days."""

from bartizan.content.kinds.azure.network_flow_log import FlowLog
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-flow-logs-kept",
    title="Flow logs are kept for 90 days",
    severity=Severity.LOW,
    every=FlowLog,
    must=FlowLog.enabled & (~FlowLog.deletes | FlowLog.days.equals(0) | FlowLog.days.at_least(90)),
    because="Where data went, and from where an attack came, cannot be told afterwards.",
    fix="Set enabled to true and retention_policy.days to 90 or more.",
    serves=(
        "network-logging",
        "log-retention",
    ),
    also=(
        "CKV_AZURE_12",
        "AZU-0049",
        "AVD-AZU-0049",
        "azure-network-retention-policy-set",
        "AZU-0073",
        "AVD-AZU-0073",
        "azure-network-watcher-flow-disabled",
        "azure-network-network-watcher-flow-disabled",
    ),
    passes=[
        FlowLog(enabled=True, deletes=True, days=90),
        FlowLog(enabled=True, deletes=False, days=7),
        FlowLog(enabled=True, deletes=True, days=0),
    ],
    fails=[FlowLog(enabled=False, deletes=True, days=90), FlowLog(enabled=True, deletes=True, days=30)],
)
