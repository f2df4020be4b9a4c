"""Azure management groups: what subscriptions are in, up to the root of the tenant."""

from bartizan.content.kinds.azure.resource import Scope
from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.kind import Link, Many, Text
from bartizan.core.source import Block, Shown, Source, Unseen


class ManagementGroup(Scope, kind="azure.management-group"):
    """Subscriptions, and further groups of them, that rights are given for together."""

    name = Text("Its id.")
    parent = Link(lambda: ManagementGroup, "The group it is in.")
    subscriptions = Link(Subscription, "Subscriptions that are in it directly.")
    subscription_ids = Many("Ids of subscriptions that are in it directly.")
    above = Many("Names of the groups above it.")


class GroupedSubscription(Scope, kind="azure.management-group-subscription"):
    """The fact that a subscription is in a management group."""

    group = Link(ManagementGroup, "The group.")
    subscription = Link(Subscription, "The subscription.")
    subscription_id = Text("Its ARM id.")


FROM_TERRAFORM = Source(
    of=ManagementGroup,
    each=Block("azurerm_management_group", "data.azurerm_management_group"),
    names=("name",),
    reads={
        ManagementGroup.name: "name",
        ManagementGroup.parent: "parent_management_group_id",
        ManagementGroup.subscriptions: "subscription_ids",
        ManagementGroup.subscription_ids: "subscription_ids",
        ManagementGroup.above: Unseen("The groups above are named one by one."),
    },
    shows=[
        Shown(
            text="""
data "azurerm_subscription" "s" {}

resource "azurerm_management_group" "root" {
  name = "top"
}

resource "azurerm_management_group" "a" {
  name                       = "online"
  parent_management_group_id = azurerm_management_group.root.id
  subscription_ids           = [data.azurerm_subscription.s.subscription_id]
}
""",
            gives=ManagementGroup(
                "azurerm_management_group.a",
                name="online",
                parent=frozenset({"azurerm_management_group.root"}),
                subscriptions=frozenset({"data.azurerm_subscription.s"}),
            ),
        ),
        Shown(
            text="""
resource "azurerm_management_group" "a" {
  name             = "online"
  subscription_ids = ["7a3f1c52-0000-4000-8000-00000000000a"]
}
""",
            gives=ManagementGroup(
                "azurerm_management_group.a",
                name="online",
                subscription_ids=frozenset({"7a3f1c52-0000-4000-8000-00000000000a"}),
            ),
        ),
    ],
)


FROM_EXPORT = Source(
    of=ManagementGroup,
    each=Block("azure-export/managementGroup"),
    names=("name",),
    reads={
        ManagementGroup.name: "name",
        ManagementGroup.parent: "above[0]",
        ManagementGroup.subscriptions: Unseen("Subscriptions name the groups they are in."),
        ManagementGroup.subscription_ids: Unseen("Subscriptions name the groups they are in."),
        ManagementGroup.above: "above",
    },
    shows=[
        Shown(
            text="""
[
  {"id": "/providers/Microsoft.Management/managementGroups/top", "name": "top",
   "type": "microsoft.management/managementgroups",
   "properties": {"details": {"managementGroupAncestorsChain": []}}},
  {"id": "/providers/Microsoft.Management/managementGroups/online", "name": "online",
   "type": "microsoft.management/managementgroups",
   "properties": {"details": {"managementGroupAncestorsChain": [{"name": "top"}]}}}
]
""",
            file="groups.json",
            gives=ManagementGroup(
                "/providers/microsoft.management/managementgroups/online",
                name="online",
                parent=frozenset({"/providers/microsoft.management/managementgroups/top"}),
                above=frozenset({"top"}),
            ),
        ),
    ],
)


GROUPED_FROM_TERRAFORM = Source(
    of=GroupedSubscription,
    each=Block("azurerm_management_group_subscription_association"),
    reads={
        GroupedSubscription.group: "management_group_id",
        GroupedSubscription.subscription: "subscription_id",
        GroupedSubscription.subscription_id: "subscription_id",
    },
    shows=[
        Shown(
            text="""
data "azurerm_subscription" "s" {}

resource "azurerm_management_group" "g" {
  name = "online"
}

resource "azurerm_management_group_subscription_association" "a" {
  management_group_id = azurerm_management_group.g.id
  subscription_id     = data.azurerm_subscription.s.id
}
""",
            gives=GroupedSubscription(
                "azurerm_management_group_subscription_association.a",
                group=frozenset({"azurerm_management_group.g"}),
                subscription=frozenset({"data.azurerm_subscription.s"}),
            ),
        ),
        Shown(
            text="""
resource "azurerm_management_group_subscription_association" "a" {
  management_group_id = "online"
  subscription_id     = "/subscriptions/7a3f1c52-0000-4000-8000-00000000000a"
}
""",
            gives=GroupedSubscription(
                "azurerm_management_group_subscription_association.a",
                subscription_id="/subscriptions/7a3f1c52-0000-4000-8000-00000000000a",
            ),
        ),
    ],
)
