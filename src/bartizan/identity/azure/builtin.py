"""Built-in roles of Azure, and on which plane an operation is: facts as Microsoft publishes them.

Ids, names and permissions are in `builtin_roles.json.gz`, taken from iann0036/iam-dataset (MIT), which records what
Azure Resource Manager answers for `roleDefinitions`. A role that is not in it is unknown, never empty.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from bartizan.core.truth import Truth
from bartizan.identity.azure.permission import CONTROL, DATA, Permission, Role, some


@cache
def roles() -> Mapping[str, Role]:
    """Return every built-in role by its GUID, and by its name in lower case."""
    found: dict[str, Role] = {}
    stored = _stored()
    names = [str(action).lower() for action in stored["actions"]]
    for id, name, permissions in stored["roles"]:
        role = Role(id=id, name=name, permissions=tuple(_permission(each, names) for each in permissions))
        found[id.lower()] = found[name.lower()] = role
    return found


def _permission(stored: list[Any], names: list[str]) -> Permission:
    actions, not_actions, data, not_data = (tuple(names[number] for number in part) for part in stored[:4])
    return Permission(
        actions=actions, not_actions=not_actions, data_actions=data, not_data_actions=not_data, condition=stored[4]
    )


@cache
def _stored() -> dict[str, Any]:
    packed = (files("bartizan.identity.azure") / "builtin_roles.json.gz").read_bytes()
    stored: dict[str, Any] = json.loads(gzip.decompress(packed))
    return stored


@cache
def _written() -> Mapping[str, frozenset[str]]:
    """Return, by plane, the patterns that built-in roles write, without those that are about everything."""
    planes: dict[str, set[str]] = {CONTROL: set(), DATA: set()}
    for role in roles().values():
        for permission in role.permissions if isinstance(role.permissions, tuple) else ():
            for plane, patterns in planes.items():
                patterns.update(permission.patterns(plane))
    return {plane: frozenset(patterns - {"*", "*/read"}) for plane, patterns in planes.items()}


@cache
def planes(action: str) -> tuple[str, ...]:
    """Return on which planes an operation (in lower case) may be: both, where the built-in roles leave it open.

    An operation that some role names in full is of the plane it is named on; otherwise patterns tell. One that no
    role names is taken for one of the control plane, as nearly all are.
    """
    written = _written()
    if action in _MANAGED:
        return (CONTROL,)
    exact = tuple(plane for plane in (CONTROL, DATA) if action in written[plane])
    if exact:
        return exact
    prefix = action.partition("/")[0] + "/"
    near = {plane: [each for each in written[plane] if each.startswith(prefix)] for plane in (CONTROL, DATA)}
    found = tuple(plane for plane in (CONTROL, DATA) if some(near[plane], action) is Truth.YES)
    return found or (CONTROL,)


@cache
def providers() -> frozenset[str]:
    """Return the namespaces of resource providers that built-in roles name, each with a slash: `microsoft.compute/`."""
    written = _written()
    names = {each.partition("/")[0] for plane in (CONTROL, DATA) for each in written[plane]}
    return frozenset(f"{name}/" for name in names)


_MANAGED = frozenset(
    {
        "microsoft.batch/batchaccounts/listkeys/action",
        "microsoft.batch/batchaccounts/regeneratekeys/action",
        "microsoft.containerservice/managedclusters/commandresults/read",
        "microsoft.keyvault/vaults/read",
        "microsoft.keyvault/vaults/write",
        "microsoft.keyvault/vaults/delete",
        "microsoft.keyvault/vaults/deploy/action",
        "microsoft.keyvault/vaults/accesspolicies/write",
        "microsoft.keyvault/vaults/secrets/read",
        "microsoft.keyvault/vaults/secrets/write",
        "microsoft.keyvault/vaults/keys/read",
        "microsoft.keyvault/vaults/keys/write",
        "microsoft.keyvault/vaults/keys/versions/read",
    }
)
"""Operations on the control plane whose names fit patterns that roles use for data (Microsoft Learn, "Azure resource
provider operations")."""
