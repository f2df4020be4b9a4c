"""Flow logs are looked at."""

from bartizan.content.kinds.azure.network_flow_log import FlowLog
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-flow-logs-analysed",
    title="Flow logs are looked at",
    severity=Severity.LOW,
    every=FlowLog,
    must=FlowLog.analysed,
    because="Logs that nobody looks at tell of an attack only after it.",
    fix="Add traffic_analytics with enabled.",
    serves=("network-logging",),
    passes=[FlowLog(analysed=True)],
    fails=[FlowLog(analysed=False)],
)
