"""Azure subscriptions, as far as alerts and exports of their log tell of them."""

from bartizan.content.kinds.azure.monitor_diagnostic_setting import CATEGORIES, SETTINGS
from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.kind import Asset, Flag, Link, Many
from bartizan.core.source import Beside, Block, Shown, Source


class Subscription(Asset, kind="azure.subscription"):
    """What resources, rights and bills belong to."""

    watched = Flag("An alert on its activity log is declared here.")
    alerts = Many("Operations, in small letters, on which somebody is told.")
    exporting = Flag("A diagnostic setting for its activity log is declared here.")
    exports = Many("Categories of its activity log that are sent elsewhere.")
    stores = Link(Account, "Storage accounts that its activity log is sent to.")


ALERTS = Beside(
    types="azurerm_monitor_activity_log_alert",
    on="scopes",
    read=(
        "[?flag(not_null(enabled, `true`)) && length(not_null(action, `[]`)) > `0`].criteria[].operation_name | "
        "map(&lower(@), @)"
    ),
    all=True,
)
"""Operations on which somebody is told."""


FROM_TERRAFORM = Source(
    of=Subscription,
    each=Block("data.azurerm_subscription", "azurerm_subscription"),
    reads={
        Subscription.watched: Beside(
            types="azurerm_monitor_activity_log_alert", on="scopes", read="`true`", none=False
        ),
        Subscription.alerts: ALERTS,
        Subscription.exporting: Beside(types=SETTINGS, on="target_resource_id", read="`true`", none=False),
        Subscription.exports: Beside(types=SETTINGS, on="target_resource_id", read=CATEGORIES, all=True),
        Subscription.stores: Beside(types=SETTINGS, on="target_resource_id", read="[].storage_account_id", all=True),
    },
    shows=[
        Shown(
            text="""
data "azurerm_subscription" "a" {}
""",
            gives=Subscription(
                "data.azurerm_subscription.a",
                watched=False,
                alerts=frozenset(),
                exporting=False,
                exports=frozenset(),
                stores=frozenset(),
            ),
        ),
        Shown(
            text="""
data "azurerm_subscription" "a" {}

resource "azurerm_storage_account" "logs" {
  name = "logs"
}

resource "azurerm_monitor_activity_log_alert" "a" {
  name   = "a"
  scopes = [data.azurerm_subscription.a.id]
  criteria {
    category       = "Administrative"
    operation_name = "Microsoft.Network/publicIPAddresses/write"
  }
  action {
    action_group_id = "group"
  }
}

resource "azurerm_monitor_diagnostic_setting" "a" {
  name               = "a"
  target_resource_id = data.azurerm_subscription.a.id
  storage_account_id = azurerm_storage_account.logs.id
  enabled_log {
    category = "Administrative"
  }
  enabled_log {
    category = "Security"
  }
}
""",
            gives=Subscription(
                "data.azurerm_subscription.a",
                watched=True,
                alerts=frozenset({"microsoft.network/publicipaddresses/write"}),
                exporting=True,
                exports=frozenset({"Administrative", "Security"}),
                stores=frozenset({"azurerm_storage_account.logs"}),
            ),
        ),
    ],
)
