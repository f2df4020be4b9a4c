"""Documents of Azure: the permissions of a role and the principals of a deny assignment, as JSON with holes."""

from __future__ import annotations

import json
from typing import Any

from bartizan.core.truth import Unknown
from bartizan.identity.azure.permission import Permission
from bartizan.identity.hole import hole

EVERYONE = "00000000-0000-0000-0000-000000000000"
"""Stands for all principals in deny assignments."""
_PARTS = {
    "actions": ("actions",),
    "not_actions": ("notActions", "not_actions"),
    "data_actions": ("dataActions", "data_actions"),
    "not_data_actions": ("notDataActions", "not_data_actions"),
}


def permissions(text: object) -> tuple[Permission, ...] | Unknown:
    """Return the permissions that a document lists; unknown for one that could not be seen, or is none."""
    loaded = listed(text)
    if isinstance(loaded, Unknown):
        return loaded
    return tuple(_permission(each) for each in loaded)


def listed(text: object) -> list[Any] | Unknown:
    """Return the list that a document is; one thing alone is a list of it."""
    if isinstance(text, Unknown):
        return text
    if text is None:
        return []
    try:
        loaded = json.loads(str(text))
    except (ValueError, RecursionError):
        return Unknown("it is no JSON document")
    return loaded if isinstance(loaded, list) else [loaded]


def _permission(entry: Any) -> Permission:
    if not isinstance(entry, dict):
        return Permission(actions=_patterns(entry), data_actions=_patterns(entry))
    parts = {name: _first(entry, keys) for name, keys in _PARTS.items()}
    condition = entry.get("condition")
    return Permission(**parts, condition=condition if isinstance(condition, str) else "")


def _first(entry: dict[str, Any], keys: tuple[str, ...]) -> tuple[str, ...]:
    return _patterns(next((entry[key] for key in keys if entry.get(key) is not None), []))


def _patterns(value: Any) -> tuple[str, ...]:
    """Return patterns in lower case; what is no text is something that was not seen."""
    items = value if isinstance(value, list) else [value]
    return tuple(each.lower() if isinstance(each, str) else hole("?not a text") for each in items)


def ids(text: object) -> tuple[str, ...]:
    """Return the ids in a list of principals, in lower case; holes for what could not be seen."""
    loaded = listed(text)
    if isinstance(loaded, Unknown):
        return (hole(f"?{loaded.why}"),)
    found = [each.get("id") if isinstance(each, dict) else each for each in loaded]
    return tuple(each.lower() for each in found if isinstance(each, str))
