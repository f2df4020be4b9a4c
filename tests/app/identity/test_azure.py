"""Who may do what, read from Terraform and from exports of Azure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bartizan.app.identity.azure.access import access
from bartizan.core.access import Decision, Question, Verdict
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.identity.azure.access import AzureAccess
from tests.content.trial import read

RUN = "Microsoft.Compute/virtualMachines/runCommand/action"
WRITE = "Microsoft.Authorization/roleAssignments/write"

SHOP = """
data "azurerm_subscription" "current" {}
data "azurerm_client_config" "me" {}
data "azuread_user" "ann" { user_principal_name = "ann@shop.example" }

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_linux_virtual_machine" "web" {
  name                = "web"
  resource_group_name = azurerm_resource_group.shop.name
  identity {
    type         = "SystemAssigned, UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.deployer.id]
  }
}

resource "azurerm_user_assigned_identity" "deployer" {
  name                = "deployer"
  resource_group_name = azurerm_resource_group.shop.name
}
"""


def terraform(folder: Path, *blocks: str) -> AzureAccess:
    (folder / "main.tf").write_text(SHOP + "\n".join(blocks), "utf-8")
    return access(Graph(read(folder)))


def assign(role: str, scope: str, principal: str, more: str = "") -> str:
    named = role if "=" in role else f'role_definition_name = "{role}"'
    return f"""
resource "azurerm_role_assignment" "a{abs(hash((role, scope, principal)))}" {{
  {named}
  scope        = {scope}
  principal_id = {principal}
  {more}
}}
"""


def can(world: AzureAccess, actor: str, action: str, target: str) -> Decision:
    return world.can(Question(actor=actor, action=action, target=target))


ANN, VM, GROUP = "data.azuread_user.ann", "azurerm_linux_virtual_machine.web", "azurerm_resource_group.shop"
DEPLOYER = "azurerm_user_assigned_identity.deployer"


def test_a_role_on_a_declared_resource_group_reaches_what_is_in_it(tmp_path: Path) -> None:
    world = terraform(tmp_path, assign("Contributor", f"{GROUP}.id", f"{ANN}.object_id"))

    assert can(world, ANN, RUN, VM).truth is Truth.YES
    assert can(world, ANN, WRITE, VM).truth is Truth.NO
    assert can(world, ANN, RUN, "data.azurerm_subscription.current").truth is Truth.NO


def test_a_role_on_the_subscription_reaches_everything_in_the_same_root_module(tmp_path: Path) -> None:
    world = terraform(tmp_path, assign("Owner", "data.azurerm_subscription.current.id", f"{ANN}.object_id"))

    assert can(world, ANN, WRITE, VM).truth is Truth.YES
    assert can(world, ANN, WRITE, DEPLOYER).truth is Truth.YES


@pytest.mark.parametrize(
    "scope",
    [
        '"/subscriptions/${data.azurerm_client_config.me.subscription_id}/resourceGroups/SHOP"',
        '"${data.azurerm_subscription.current.id}/resourceGroups/shop"',
        f'"${{{GROUP}.id}}/providers/Microsoft.Compute/virtualMachines/web"',
        f"{VM}.id",
    ],
)
def test_a_scope_put_together_is_understood(tmp_path: Path, scope: str) -> None:
    world = terraform(tmp_path, assign("Contributor", scope, f"{ANN}.object_id"))

    assert can(world, ANN, RUN, VM).truth is Truth.YES


def test_the_identity_of_a_machine_has_its_own_roles_and_those_of_assigned_identities(tmp_path: Path) -> None:
    world = terraform(
        tmp_path,
        assign("Reader", f"{GROUP}.id", f"{VM}.identity[0].principal_id"),
        assign("Owner", f"{GROUP}.id", f"{DEPLOYER}.principal_id"),
    )
    decision = can(world, f"{VM}/identity/0", WRITE, GROUP)

    assert decision.truth is Truth.YES
    assert decision.clauses[0].via == (DEPLOYER,)


def test_a_custom_role_is_read_with_what_it_takes_away(tmp_path: Path) -> None:
    role = """
resource "azurerm_role_definition" "r" {
  name  = "machines"
  scope = data.azurerm_subscription.current.id
  permissions {
    actions     = ["Microsoft.Compute/*"]
    not_actions = ["Microsoft.Compute/*/runCommand/action"]
  }
}
"""
    by_id = "role_definition_id = azurerm_role_definition.r.role_definition_resource_id"
    world = terraform(tmp_path, role, assign(by_id, f"{GROUP}.id", f"{ANN}.object_id"))

    assert can(world, ANN, RUN, VM).truth is Truth.NO
    assert can(world, ANN, "Microsoft.Compute/virtualMachines/write", VM).truth is Truth.YES


def test_a_role_by_its_id_is_found(tmp_path: Path) -> None:
    owner = (
        'role_definition_id = "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"'
    )
    world = terraform(tmp_path, assign(owner, f"{GROUP}.id", f"{ANN}.object_id"))

    assert can(world, ANN, WRITE, VM).truth is Truth.YES


@pytest.mark.parametrize(
    ("role", "scope", "principal"),
    [
        ("role_definition_name = var.x", f"{GROUP}.id", f"{ANN}.object_id"),
        ("Owner", "var.x", f"{ANN}.object_id"),
        ("Owner", f"{GROUP}.id", "var.x"),
        ("No Such Role", f"{GROUP}.id", f"{ANN}.object_id"),
    ],
)
def test_what_is_not_known_is_unknown(tmp_path: Path, role: str, scope: str, principal: str) -> None:
    world = terraform(tmp_path, 'variable "x" {}', assign(role, scope, principal))

    assert can(world, ANN, RUN, VM).verdict is Verdict.UNKNOWN


def test_members_of_groups_have_what_the_groups_have(tmp_path: Path) -> None:
    groups = f"""
resource "azuread_group" "in" {{
  display_name = "in"
  members      = [{ANN}.object_id]
}}
resource "azuread_group" "out" {{ display_name = "out" }}
resource "azuread_group_member" "m" {{
  group_object_id  = azuread_group.out.object_id
  member_object_id = azuread_group.in.object_id
}}
"""
    world = terraform(tmp_path, groups, assign("Owner", f"{GROUP}.id", "azuread_group.out.object_id"))

    assert can(world, ANN, RUN, VM).clauses[0].via == ("azuread_group.in", "azuread_group.out")


def test_a_literal_principal_is_somebody_of_its_own(tmp_path: Path) -> None:
    guid = "7a3f1c52-0000-4000-8000-0000000000ff"
    world = terraform(tmp_path, assign("Owner", f"{GROUP}.id", f'"{guid}"'))

    assert can(world, guid, RUN, VM).truth is Truth.YES
    assert can(world, ANN, RUN, VM).truth is Truth.NO


def test_permissions_of_graph_are_read_by_name_from_references(tmp_path: Path) -> None:
    grant = f"""
data "azuread_service_principal" "graph" {{ client_id = "00000003-0000-0000-c000-000000000000" }}
resource "azuread_app_role_assignment" "g" {{
  app_role_id         = data.azuread_service_principal.graph.app_role_ids["RoleManagement.ReadWrite.Directory"]
  principal_object_id = {DEPLOYER}.principal_id
  resource_object_id  = data.azuread_service_principal.graph.object_id
}}
"""
    world = terraform(tmp_path, grant)

    assert can(world, DEPLOYER, "RoleManagement.ReadWrite.Directory", "*").truth is Truth.YES
    assert can(world, f"{VM}/identity/0", "RoleManagement.ReadWrite.Directory", "*").truth is Truth.YES
    assert can(world, ANN, "RoleManagement.ReadWrite.Directory", "*").truth is Truth.NO


def test_management_groups_are_read_as_a_tree(tmp_path: Path) -> None:
    groups = """
resource "azurerm_management_group" "top" { name = "top" }
resource "azurerm_management_group" "online" {
  name                       = "online"
  parent_management_group_id = azurerm_management_group.top.id
}
resource "azurerm_management_group_subscription_association" "a" {
  management_group_id = azurerm_management_group.online.id
  subscription_id     = data.azurerm_subscription.current.id
}
resource "azurerm_management_group" "other" { name = "other" }
"""
    top = assign("Owner", "azurerm_management_group.top.id", f"{ANN}.object_id")
    other = assign("Owner", "azurerm_management_group.other.id", f"{DEPLOYER}.principal_id")
    world = terraform(tmp_path, groups, top, other)

    assert can(world, ANN, RUN, VM).truth is Truth.YES
    assert can(world, DEPLOYER, RUN, VM).truth is Truth.NO


def test_home_name_and_fill_are_those_of_the_subscription(tmp_path: Path) -> None:
    (tmp_path / "provider.tf").write_text('provider "azurerm" {\n subscription_id = "s-1"\n}\n', "utf-8")
    world = terraform(tmp_path)

    assert world.home(VM) == "/subscriptions/s-1"
    assert world.name(VM) == "/subscriptions/s-1/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web"
    assert world.fill("/subscriptions/{account}/x", VM) == "/subscriptions/s-1/x"
    assert world.home("nothing") == ""


SUB = "/subscriptions/7a3f1c52-0000-4000-8000-00000000000a"
DEFINITION = f"{SUB}/providers/Microsoft.Authorization/roleDefinitions/7a3f1c52-0000-4000-8000-000000000010"


def exported(folder: Path, *items: object) -> AzureAccess:
    for number, item in enumerate(items):
        (folder / f"{number}.json").write_text(json.dumps([item]), "utf-8")
    return access(Graph(read(folder)))


def assignment(role: str, principal: str = "U-1", scope: str = SUB) -> dict[str, object]:
    id = f"{scope}/providers/Microsoft.Authorization/roleAssignments/{role[-4:]}{principal}"
    kind = "Microsoft.Authorization/roleAssignments"
    return {"id": id, "type": kind, "scope": scope, "principalId": principal, "roleDefinitionId": role}


ANN_EXPORTED = {"id": "u-1", "userPrincipalName": "ann@shop.example"}
CUSTOM = {
    "id": DEFINITION, "name": "7a3f1c52-0000-4000-8000-000000000010", "type": "Microsoft.Authorization/roleDefinitions",
    "roleName": "machines", "roleType": "CustomRole", "assignableScopes": [SUB],
    "permissions": [{"actions": ["Microsoft.Compute/*"], "notActions": ["*/runCommand/action"]},
                    {"actions": ["Microsoft.Network/*/read"]}],
}  # fmt: skip


def test_exports_of_several_files_are_read_together(tmp_path: Path) -> None:
    world = exported(tmp_path, ANN_EXPORTED, CUSTOM, assignment(DEFINITION))

    assert can(world, "ann@shop.example", "Microsoft.Compute/disks/write", f"{SUB}/resourceGroups/x").truth is Truth.YES
    assert can(world, "u-1", RUN, f"{SUB}/resourceGroups/x").truth is Truth.NO
    assert can(world, "u-1", "Microsoft.Network/virtualNetworks/read", SUB).truth is Truth.YES


def test_a_role_that_was_not_exported_is_unknown(tmp_path: Path) -> None:
    world = exported(tmp_path, ANN_EXPORTED, assignment(DEFINITION))

    assert can(world, "u-1", RUN, SUB).verdict is Verdict.UNKNOWN


def test_deny_assignments_of_exports_count(tmp_path: Path) -> None:
    owner = "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
    everyone = {"id": "00000000-0000-0000-0000-000000000000", "type": "SystemDefined"}
    denial = {
        "id": f"{SUB}/providers/Microsoft.Authorization/denyAssignments/d",
        "type": "Microsoft.Authorization/denyAssignments",
        "properties": {
            "denyAssignmentName": "d", "scope": SUB, "permissions": [{"actions": ["*/delete"]}],
            "principals": [everyone], "excludePrincipals": [{"id": "u-2", "type": "User"}],
        },
    }  # fmt: skip
    world = exported(tmp_path, ANN_EXPORTED, assignment(owner), assignment(owner, "u-2"), denial)

    assert can(world, "u-1", "Microsoft.Compute/disks/delete", SUB).truth is Truth.NO
    assert can(world, "u-2", "Microsoft.Compute/disks/delete", SUB).truth is Truth.YES


def test_classic_administrators_are_owners_if_they_still_count(tmp_path: Path) -> None:
    classic = {
        "id": f"{SUB}/providers/Microsoft.Authorization/classicAdministrators/1",
        "type": "Microsoft.Authorization/classicAdministrators",
        "properties": {"emailAddress": "old@shop.example", "role": "ServiceAdministrator"},
    }
    decision = can(exported(tmp_path, classic), "old@shop.example", WRITE, SUB)

    assert decision.verdict is Verdict.CONDITIONAL
