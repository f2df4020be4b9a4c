"""Small Azure estates for tests, made in a line each."""

from __future__ import annotations

from typing import Any

from bartizan.core.access import Decision, Question
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.azure.access import AzureAccess
from bartizan.identity.azure.builtin import roles
from bartizan.identity.azure.estate import Assignment, Denial, Estate, Principal
from bartizan.identity.azure.permission import Permission, Role

SUB = "/subscriptions/11111111-0000-0000-0000-000000000000"
GROUP = f"{SUB}/resourceGroups/shop"
VM = f"{GROUP}/providers/Microsoft.Compute/virtualMachines/web"
VAULT = f"{GROUP}/providers/Microsoft.KeyVault/vaults/keys"
RUN = "Microsoft.Compute/virtualMachines/runCommand/action"


def custom(*actions: str, without: tuple[str, ...] = (), data: tuple[str, ...] = ()) -> Role:
    permission = Permission(
        actions=tuple(each.lower() for each in actions),
        not_actions=tuple(each.lower() for each in without),
        data_actions=tuple(each.lower() for each in data),
    )
    return Role(id="custom", name="custom", permissions=(permission,))


def given(
    role: str | Role, scope: str | Unknown = SUB, to: str | Unknown = "ann", condition: str = "", pending: str = ""
) -> Assignment:
    named = role if isinstance(role, Role) else roles()[role.lower()]
    at = scope.lower() if isinstance(scope, str) else scope
    source = f"{named.name}@{scope}"
    return Assignment(source=source, role=named, principal=to, scope=at, condition=condition, pending=pending)


def estate(*assignments: Assignment, groups: dict[str, dict[str, Truth]] | None = None, **more: Any) -> Estate:
    names = {"ann", "bob", *(groups or {}), *(group for held in (groups or {}).values() for group in held)}
    principals = {name: Principal(id=name, type="", groups=(groups or {}).get(name, {})) for name in sorted(names)}
    return Estate(principals=principals, assignments=assignments, **more)


def asked(world: Estate, action: str, target: str, actor: str = "ann") -> Decision:
    return AzureAccess(world).can(Question(actor=actor, action=action, target=target))


def denial(*actions: str, **more: Any) -> Denial:
    permissions = (Permission(actions=tuple(each.lower() for each in actions)),)
    return Denial(source="deny", name="deny", permissions=permissions, **more)
