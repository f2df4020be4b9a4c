"""Azure log profiles, the older way to export an activity log."""

from bartizan.core.kind import Asset, Flag, Many, Number
from bartizan.core.source import Block, Shown, Source


class LogProfile(Asset, kind="azure.monitor.log-profile"):
    """Where the activity log of a subscription is sent."""

    categories = Many("Action, Delete, Write.")
    deletes = Flag("Records are deleted after a time.")
    days = Number("Days after which they are deleted; 0 for never.")


FROM_TERRAFORM = Source(
    of=LogProfile,
    each=Block("azurerm_monitor_log_profile"),
    reads={
        LogProfile.categories: "categories",
        LogProfile.deletes: "flag(retention_policy[0].enabled)",
        LogProfile.days: "not_null(retention_policy[0].days, `0`)",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_monitor_log_profile" "a" {
  name       = "a"
  categories = ["Write"]
  locations  = ["westeurope"]
  retention_policy {
    enabled = true
    days    = 30
  }
}
""",
            gives=LogProfile("azurerm_monitor_log_profile.a", categories=frozenset({"Write"}), deletes=True, days=30),
        ),
        Shown(
            text="""
resource "azurerm_monitor_log_profile" "a" {
  name       = "a"
  categories = ["Action", "Delete", "Write"]
  locations  = ["global"]
  retention_policy {
    enabled = false
  }
}
""",
            gives=LogProfile(
                "azurerm_monitor_log_profile.a",
                categories=frozenset({"Action", "Delete", "Write"}),
                deletes=False,
                days=0,
            ),
        ),
    ],
)
