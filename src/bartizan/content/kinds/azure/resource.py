"""What rights in Azure are about: scopes and resources, and the identities that resources act with."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.identity import ROUTES, Actor
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Owner, OwnerLink, Shown, Source, Unseen


class Scope(Asset):
    """What roles can be assigned for: all that is in it is meant too."""


class Resource(Scope):
    """A resource in a resource group."""

    name = Text("Its name.")
    resource_group = Text("The name of the resource group it is in.")
    identity = Link(lambda: AttachedIdentity, "Whom it can act as.")


class ManagedIdentity(
    Principal,
    Actor,
    Resource,
    kind="azure.identity.user-assigned",
    identifier="/subscriptions/{account}/resourceGroups/{resource_group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{name}",
):
    """An identity that stands by itself and is assigned to resources."""

    name = Text("Its name.")
    object_id = Text("Its id in the directory.")
    resource_group = Text("The name of the resource group it is in.")
    identity = Link(lambda: AttachedIdentity, "Nothing: it is an identity itself.")


class AttachedIdentity(Principal, Actor, kind="azure.identity.attached"):
    """Whom a resource can act as: the identity that is made with it, and those that are assigned to it."""

    holder = Link(Resource, "The resource.")
    system = Flag("It has an identity of its own.")
    assigned = Link(ManagedIdentity, "Identities that are assigned to it.")


class ResourceGroup(Scope, kind="azure.resource-group", identifier="/subscriptions/{account}/resourceGroups/{name}"):
    """Resources that are managed together."""

    name = Text("Its name.")


HOLDERS = Block(
    "azurerm_linux_virtual_machine",
    "azurerm_windows_virtual_machine",
    "azurerm_virtual_machine",
    "azurerm_linux_virtual_machine_scale_set",
    "azurerm_windows_virtual_machine_scale_set",
    "azurerm_orchestrated_virtual_machine_scale_set",
    "azurerm_linux_web_app",
    "azurerm_windows_web_app",
    "azurerm_linux_web_app_slot",
    "azurerm_windows_web_app_slot",
    "azurerm_linux_function_app",
    "azurerm_windows_function_app",
    "azurerm_linux_function_app_slot",
    "azurerm_windows_function_app_slot",
    "azurerm_app_service",
    "azurerm_function_app",
    "azurerm_logic_app_workflow",
    "azurerm_automation_account",
    "azurerm_kubernetes_cluster",
    "azurerm_container_group",
    "azurerm_container_app",
    "azurerm_data_factory",
    "azurerm_machine_learning_workspace",
    "azurerm_batch_account",
    "azurerm_arc_machine",
    "azurerm_storage_account",
    "azurerm_container_registry",
    "azurerm_cosmosdb_account",
    each="identity",
)


ATTACHED_FROM_TERRAFORM = Source(
    of=AttachedIdentity,
    each=HOLDERS,
    reads={
        **ROUTES,
        AttachedIdentity.name: Owner("name"),
        AttachedIdentity.object_id: Unseen("The directory chooses it."),
        AttachedIdentity.holder: OwnerLink(),
        AttachedIdentity.system: "contains(type, 'SystemAssigned')",
        AttachedIdentity.assigned: "identity_ids",
    },
    shows=[
        Shown(
            text="""
resource "azurerm_user_assigned_identity" "u" {
  name                = "deployer"
  resource_group_name = "shop"
}

resource "azurerm_linux_virtual_machine" "a" {
  name                = "web"
  resource_group_name = "shop"
  identity {
    type         = "SystemAssigned, UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.u.id]
  }
}
""",
            gives=AttachedIdentity(
                "azurerm_linux_virtual_machine.a/identity/0",
                name="web",
                holder=frozenset({"azurerm_linux_virtual_machine.a"}),
                system=True,
                assigned=frozenset({"azurerm_user_assigned_identity.u"}),
            ),
        ),
    ],
)


MANAGED_FROM_TERRAFORM = Source(
    of=ManagedIdentity,
    each=Block("azurerm_user_assigned_identity", "data.azurerm_user_assigned_identity"),
    names=("name",),
    reads={
        **ROUTES,
        ManagedIdentity.name: "name",
        ManagedIdentity.object_id: "principal_id",
        ManagedIdentity.resource_group: "resource_group_name",
        ManagedIdentity.identity: "`[]`",
    },
    shows=[
        Shown(
            text="""
data "azurerm_user_assigned_identity" "a" {
  name                = "deployer"
  resource_group_name = "shop"
  principal_id        = "7a3f1c52-0000-4000-8000-000000000003"
}
""",
            gives=ManagedIdentity(
                "data.azurerm_user_assigned_identity.a",
                name="deployer",
                resource_group="shop",
                object_id="7a3f1c52-0000-4000-8000-000000000003",
                identity=frozenset(),
            ),
        ),
    ],
)


MANAGED_FROM_EXPORT = Source(
    of=ManagedIdentity,
    each=Block("azure-export/identity"),
    names=("principalId",),
    reads={
        **ROUTES,
        ManagedIdentity.name: "name",
        ManagedIdentity.object_id: "principalId",
        ManagedIdentity.resource_group: "resourceGroup",
        ManagedIdentity.identity: "`[]`",
    },
    shows=[
        Shown(
            text="""
[{
  "id": "/subscriptions/s/resourcegroups/shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deployer",
  "name": "deployer", "resourceGroup": "shop", "principalId": "7a3f1c52-0000-4000-8000-000000000003",
  "type": "Microsoft.ManagedIdentity/userAssignedIdentities"
}]
""",
            file="identities.json",
            gives=ManagedIdentity(
                "/subscriptions/s/resourcegroups/shop/providers/microsoft.managedidentity/userassignedidentities/deployer",
                name="deployer",
                resource_group="shop",
                object_id="7a3f1c52-0000-4000-8000-000000000003",
                identity=frozenset(),
            ),
        ),
    ],
)


GROUP_FROM_TERRAFORM = Source(
    of=ResourceGroup,
    each=Block("azurerm_resource_group", "data.azurerm_resource_group"),
    names=("name",),
    reads={ResourceGroup.name: "name"},
    shows=[
        Shown(
            text="""
resource "azurerm_resource_group" "a" {
  name     = "shop"
  location = "westeurope"
}
""",
            gives=ResourceGroup("azurerm_resource_group.a", name="shop"),
        ),
    ],
)


GROUP_FROM_EXPORT = Source(
    of=ResourceGroup,
    each=Block("azure-export/resourceGroup"),
    reads={ResourceGroup.name: "name"},
    shows=[
        Shown(
            text="""
[{"id": "/subscriptions/s/resourceGroups/shop", "name": "shop", "type": "Microsoft.Resources/resourceGroups"}]
""",
            file="groups.json",
            gives=ResourceGroup("/subscriptions/s/resourcegroups/shop", name="shop"),
        ),
    ],
)
