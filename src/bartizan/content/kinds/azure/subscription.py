"""Azure subscriptions, as far as alerts and exports of their log tell of them."""

from bartizan.content.kinds.azure.monitor_diagnostic_setting import CATEGORIES, SETTINGS
from bartizan.content.kinds.azure.resource import Scope
from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.kind import Flag, Link, Many, Text
from bartizan.core.source import Beside, Block, Shown, Source, Unseen


class Subscription(Scope, kind="azure.subscription"):
    """What resources, rights and bills belong to."""

    guid = Text("Its id; none for the one that Terraform works in.")
    groups = Many("Names of the management groups above it.")
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
        Subscription.guid: "subscription_id",
        Subscription.groups: Unseen("Management groups name their subscriptions."),
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
data "azurerm_subscription" "a" {
  subscription_id = "7a3f1c52-0000-4000-8000-00000000000a"
}
""",
            gives=Subscription(
                "data.azurerm_subscription.a",
                guid="7a3f1c52-0000-4000-8000-00000000000a",
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


FROM_EXPORT = Source(
    of=Subscription,
    each=Block("azure-export/subscription"),
    reads={
        Subscription.guid: "subscriptionId",
        Subscription.groups: "groups",
        Subscription.watched: Unseen("Alerts are not part of the export."),
        Subscription.alerts: Unseen("Alerts are not part of the export."),
        Subscription.exporting: Unseen("Diagnostic settings are not part of the export."),
        Subscription.exports: Unseen("Diagnostic settings are not part of the export."),
        Subscription.stores: Unseen("Diagnostic settings are not part of the export."),
    },
    shows=[
        Shown(
            text="""
{"data": [{
  "id": "/subscriptions/7a3f1c52-0000-4000-8000-00000000000a", "type": "microsoft.resources/subscriptions",
  "subscriptionId": "7a3f1c52-0000-4000-8000-00000000000a", "name": "shop",
  "properties": {"managementGroupAncestorsChain": [{"name": "online"}, {"name": "root"}]}
}]}
""",
            file="subscriptions.json",
            gives=Subscription(
                "/subscriptions/7a3f1c52-0000-4000-8000-00000000000a",
                guid="7a3f1c52-0000-4000-8000-00000000000a",
                groups=frozenset({"online", "root"}),
            ),
        ),
    ],
)
