"""Azure services that run what they are given: Logic Apps, Batch accounts, and machines joined by Azure Arc."""

from bartizan.content.kinds.azure.resource import AttachedIdentity, Resource
from bartizan.core.source import Block, Inverse, Shown, Source


class LogicApp(
    Resource,
    kind="azure.logic.workflow",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.Logic/workflows/{name}",
):
    """A workflow that calls services one after the other."""


class BatchAccount(
    Resource,
    kind="azure.batch.account",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.Batch/batchAccounts/{name}",
):
    """Runs tasks on pools of machines."""


class ArcMachine(
    Resource,
    kind="azure.arc.machine",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.HybridCompute/machines/{name}",
):
    """A machine outside Azure that is managed from there."""


LOGIC_FROM_TERRAFORM = Source(
    of=LogicApp,
    each=Block("azurerm_logic_app_workflow"),
    names=("name",),
    reads={
        LogicApp.name: "name",
        LogicApp.resource_group: "resource_group_name",
        LogicApp.identity: Inverse(AttachedIdentity.holder),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_logic_app_workflow" "a" {
  name                = "orders"
  resource_group_name = "shop"
  identity {
    type = "SystemAssigned"
  }
}
""",
            gives=LogicApp(
                "azurerm_logic_app_workflow.a",
                name="orders",
                resource_group="shop",
                identity=frozenset({"azurerm_logic_app_workflow.a/identity/0"}),
            ),
        ),
    ],
)


BATCH_FROM_TERRAFORM = Source(
    of=BatchAccount,
    each=Block("azurerm_batch_account"),
    names=("name",),
    reads={
        BatchAccount.name: "name",
        BatchAccount.resource_group: "resource_group_name",
        BatchAccount.identity: Inverse(AttachedIdentity.holder),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_batch_account" "a" {
  name                = "orders"
  resource_group_name = "shop"
}
""",
            gives=BatchAccount("azurerm_batch_account.a", name="orders", resource_group="shop", identity=frozenset()),
        ),
    ],
)


ARC_FROM_TERRAFORM = Source(
    of=ArcMachine,
    each=Block("azurerm_arc_machine"),
    names=("name",),
    reads={
        ArcMachine.name: "name",
        ArcMachine.resource_group: "resource_group_name",
        ArcMachine.identity: Inverse(AttachedIdentity.holder),
    },
    shows=[
        Shown(
            text="""
resource "azurerm_arc_machine" "a" {
  name                = "till"
  resource_group_name = "shop"
  identity {
    type = "SystemAssigned"
  }
}
""",
            gives=ArcMachine(
                "azurerm_arc_machine.a",
                name="till",
                resource_group="shop",
                identity=frozenset({"azurerm_arc_machine.a/identity/0"}),
            ),
        ),
    ],
)
