"""JSON of Azure as tools export it: role assignments and definitions, deny assignments, and objects of the directory.

Read are answers of the Azure CLI (`az role assignment list --all`, `az role definition list`, `az ad sp list` ...), of
Azure Resource Manager and Microsoft Graph (`{"value": [...]}`), and of Azure Resource Graph (`{"data": [...]}`). Each
element is told by its type, or by what only its type has.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bartizan.collect.format import Format, Unit
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

_MARKS = (
    b"microsoft.authorization/", b"microsoft.resources/", b"microsoft.management/", b"microsoft.managedidentity/",
    b'"serviceprincipaltype"', b'"securityenabled"', b'"userprincipalname"', b'"directoryscopeid"',
    b'"allowedresourceactions"', b'"approleid"', b'"signinaudience"',
)  # fmt: skip
_TYPES = {
    "microsoft.authorization/roleassignments": "roleAssignment",
    "microsoft.authorization/classicadministrators": "roleAssignment",
    "microsoft.authorization/roleassignmentscheduleinstances": "roleAssignment",
    "microsoft.authorization/roleeligibilityscheduleinstances": "roleAssignment",
    "microsoft.authorization/roledefinitions": "roleDefinition",
    "microsoft.authorization/denyassignments": "denyAssignment",
    "microsoft.resources/subscriptions": "subscription",
    "microsoft.resources/resourcegroups": "resourceGroup",
    "microsoft.resources/subscriptions/resourcegroups": "resourceGroup",
    "microsoft.management/managementgroups": "managementGroup",
    "microsoft.managedidentity/userassignedidentities": "identity",
    "microsoft.managedidentity/userassignedidentities/federatedidentitycredentials": "federatedCredential",
}
_SHAPES: tuple[tuple[str, frozenset[str]], ...] = (
    ("appRoleAssignment", frozenset({"appRoleId", "principalId", "resourceId"})),
    ("directoryRole", frozenset({"rolePermissions", "displayName"})),
    ("directoryRoleAssignment", frozenset({"roleDefinitionId", "principalId", "directoryScopeId"})),
    ("servicePrincipal", frozenset({"servicePrincipalType", "appId"})),
    ("application", frozenset({"appId", "signInAudience"})),
    ("group", frozenset({"securityEnabled", "displayName"})),
    ("user", frozenset({"userPrincipalName"})),
)
"""What only objects of one type have, where nothing names the type."""
_DEPLOYED = frozenset({"$schema", "resources", "contentVersion"})
"""A template of Azure Resource Manager has these: it is no export."""
_DEEPEST = 3
_UNLISTED = "the export does not list them: ask Microsoft Graph with $expand={}"


def find_units(tree: Tree) -> Iterator[Unit]:
    """Yield the exports of each directory: one unit, because assignments name roles and principals of other files."""
    folders: dict[str, list[str]] = {}
    for file in tree.files:
        if file.endswith(".json") and _marked(tree.head(file)):
            folders.setdefault(posixpath.dirname(file), []).append(file)
    for folder, files in folders.items():
        chosen = [file for file in files if _promising(tree.head(file))]
        if chosen:
            yield Unit("azure-export", folder, tuple(chosen))


def _marked(head: bytes) -> bool:
    low = head.lower()
    return any(mark in low for mark in _MARKS)


def _promising(head: bytes) -> bool:
    """Tell whether a file begins like a list of things, or an answer that holds one."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] == b"[":
        return start[1:].lstrip()[:1] == b"{"
    return (
        start[:1] == b"{" and b'"$schema"' not in head and any(key in head for key in (b'"value"', b'"data"', b'"id"'))
    )


def read_exports(unit: Unit, tree: Tree) -> Reading:
    """Read exports; an element of no known type is passed over, a file that is no JSON is a gap."""
    resources: dict[str, Resource] = {}
    gaps: list[Gap] = []
    for file in unit.files:
        try:
            loaded = json.loads(tree.text(file))
        except Unreadable as error:
            gaps.append(Gap(file, str(error)))
            continue
        except (ValueError, RecursionError) as error:
            gaps.append(Gap(file, f"The export is not JSON ({error}); export it again with `--output json`."))
            continue
        for resource in _resources(loaded, file):
            resources.setdefault(resource.address, resource)
    return Reading(resources=list(resources.values()), gaps=gaps)


def _resources(loaded: Any, file: str) -> Iterator[Resource]:
    for number, item in enumerate(_items(loaded, 0)):
        type = _type(item)
        if type:
            value = _value(type, item)
            address = str(value.get("id") or f"{file}/{number}").lower()
            yield Resource(type=f"azure-export/{type}", address=address, value=value, place=Place(file))


def _items(loaded: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(loaded, list):
        for item in loaded:
            if isinstance(item, dict):
                yield from _items(item, depth) if _wrapper(item) else iter((item,))
    elif isinstance(loaded, dict) and depth < _DEEPEST and not loaded.keys() >= _DEPLOYED:
        held = _wrapper(loaded)
        if held is None:
            yield loaded
        else:
            yield from _items(held, depth + 1)


def _wrapper(item: dict[str, Any]) -> list[Any] | None:
    """Return the list that an answer holds; None for an element itself."""
    if "id" in item or "userPrincipalName" in item:
        return None
    held = item.get("value", item.get("data"))
    return held if isinstance(held, list) else None


def _type(item: dict[str, Any]) -> str:
    named = item.get("type")
    if isinstance(named, str) and named.lower() in _TYPES:
        return _TYPES[named.lower()]
    if isinstance(named, str) and "/" in named:
        return ""
    return next((type for type, keys in _SHAPES if item.keys() >= keys), "")


def _value(type: str, item: dict[str, Any]) -> dict[str, Any]:
    """Return an element with what is under `properties` beside the rest, and ids that compare."""
    inner = item.get("properties")
    value = {**(inner if isinstance(inner, dict) else {}), **item}
    value.pop("properties", None)
    return _SHAPERS.get(type, _as_it_is)(value)


def _as_it_is(value: dict[str, Any]) -> dict[str, Any]:
    return value


def _assignment(value: dict[str, Any]) -> dict[str, Any]:
    role = value.get("roleDefinitionId")
    named = str(value.get("type", "")).lower()
    value["guid"] = role.rpartition("/")[2].lower() if isinstance(role, str) else None
    value["eligible"] = "eligibility" in named
    if "scope" not in value or not isinstance(value["scope"], str):
        value["scope"] = _scope_of(str(value.get("id", "")))
    if named.endswith("classicadministrators"):
        value["roleDefinitionName"] = value.get("roleDefinitionName") or value.get("role")
        value["principalId"] = value.get("principalName") or value.get("emailAddress")
    return _folded(value, "principalId")


def _scope_of(id: str) -> str | None:
    head, found, _ = id.lower().partition("/providers/microsoft.authorization/")
    return (id[: len(head)] or "/") if found else None


def _definition(value: dict[str, Any]) -> dict[str, Any]:
    value["guid"] = str(value.get("id") or value.get("name", "")).rpartition("/")[2].lower()
    if isinstance(value.get("roleType"), str):
        value["roleType"] = "BuiltInRole" if value["roleType"].lower().startswith("builtin") else "CustomRole"
    elif value.get("type") in ("CustomRole", "BuiltInRole"):
        value["roleType"] = value["type"]
    return value


def _listed(*names: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return the function that makes lists of ids of what an object is related to, unknown where they are absent."""

    def shaped(value: dict[str, Any]) -> dict[str, Any]:
        for name in names:
            related = value.get(name)
            value[name] = list(_ids(related)) if isinstance(related, list) else Unknown(_UNLISTED.format(name))
        return _folded(value, "id", "appId")

    return shaped


def _ids(related: Iterable[Any]) -> Iterator[str]:
    for each in related:
        if isinstance(each, dict) and isinstance(each.get("id"), str):
            yield each["id"].lower()
        elif isinstance(each, str):
            yield each.lower()


def _folded(value: dict[str, Any], *names: str) -> dict[str, Any]:
    for name in names:
        if isinstance(value.get(name), str):
            value[name] = value[name].lower()
    return value


def _subscription(value: dict[str, Any]) -> dict[str, Any]:
    value["subscriptionId"] = value.get("subscriptionId") or str(value.get("id", "")).rpartition("/")[2]
    value["groups"] = _chain(value.get("managementGroupAncestorsChain"))
    return value


def _group(value: dict[str, Any]) -> dict[str, Any]:
    details = value.get("details")
    value["above"] = _chain(details.get("managementGroupAncestorsChain") if isinstance(details, dict) else None)
    return value


def _chain(value: Any) -> list[str] | Unknown:
    if not isinstance(value, list):
        return Unknown("the management groups above were not exported; ask Azure Resource Graph for resourcecontainers")
    return [str(each["name"]) for each in value if isinstance(each, dict) and "name" in each]


def _federated(value: dict[str, Any]) -> dict[str, Any]:
    value["identity"] = [str(value.get("id", "")).lower().partition("/federatedidentitycredentials/")[0]]
    return value


_SHAPERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "roleAssignment": _assignment,
    "roleDefinition": _definition,
    "group": _listed("members", "owners"),
    "application": _listed("owners"),
    "servicePrincipal": _listed("owners"),
    "user": _listed(),
    "identity": lambda value: _folded(value, "principalId"),
    "subscription": _subscription,
    "managementGroup": _group,
    "federatedCredential": _federated,
    "directoryRoleAssignment": lambda value: _folded(value, "principalId", "roleDefinitionId"),
    "appRoleAssignment": lambda value: _folded(value, "principalId", "resourceId", "appRoleId"),
}


FORMAT = Format(id="azure-export", title="Azure exports", units=find_units, read=read_exports)
