"""Azure flow logs."""

from bartizan.core.kind import Asset, Flag, Number
from bartizan.core.source import Block, Shown, Source


class FlowLog(Asset, kind="azure.network.flow-log"):
    """Records which connections were made."""

    enabled = Flag("It is on.")
    deletes = Flag("Records are deleted after a time.")
    days = Number("Days after which they are deleted; 0 for never.")
    analysed = Flag("Traffic analytics looks at them.")


FROM_TERRAFORM = Source(
    of=FlowLog,
    each=Block("azurerm_network_watcher_flow_log"),
    reads={
        FlowLog.enabled: "flag(enabled)",
        FlowLog.deletes: "flag(retention_policy[0].enabled)",
        FlowLog.days: "retention_policy[0].days",
        FlowLog.analysed: "flag(not_null(traffic_analytics[0].enabled, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_network_watcher_flow_log" "a" {
  name    = "a"
  enabled = false
  retention_policy {
    enabled = false
    days    = 0
  }
}
""",
            gives=FlowLog("azurerm_network_watcher_flow_log.a", enabled=False, deletes=False, days=0, analysed=False),
        ),
        Shown(
            text="""
resource "azurerm_network_watcher_flow_log" "a" {
  name    = "a"
  enabled = true
  retention_policy {
    enabled = true
    days    = 90
  }
  traffic_analytics {
    enabled      = true
    workspace_id = "w"
  }
}
""",
            gives=FlowLog("azurerm_network_watcher_flow_log.a", enabled=True, deletes=True, days=90, analysed=True),
        ),
    ],
)
