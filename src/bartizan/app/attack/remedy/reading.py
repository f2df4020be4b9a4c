"""Turns reads around: from the value that an attribute should have to what has to be written for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bartizan.collect.query import parsed
from bartizan.core.source import Beside, First, Owner, Read

Path = tuple[str, ...]
OPPOSITES = {
    "enabled": "disabled", "disabled": "enabled", "Enabled": "Disabled", "Disabled": "Enabled", "optional": "required",
    "required": "optional", "internet-facing": "internal", "ENABLED": "DISABLED", "MUTABLE": "IMMUTABLE",
}  # fmt: skip
"""For settings that know two words: the other one."""
_ALIKE = frozenset({"flag", "literal", "to_string", "lower"})
"""Functions that hand on what they are given."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, and where it has to be written."""

    paths: tuple[Path, ...]
    """Places that are read, the one that counts first in front; one is enough."""
    value: object
    beside: bool = False
    """In another resource than that of the asset."""
    owner: bool = False
    """In the resource around the element that the asset is."""


def settings(read: Read, wanted: object) -> tuple[Setting, ...] | None:
    """Return what to write for a read to give a value; None where the read does not tell."""
    if isinstance(read, str):
        return _of(parsed(read), wanted)
    if isinstance(read, Owner):
        found = _of(parsed(read.read), wanted)
        return None if found is None else tuple(replace(each, owner=True) for each in found)
    if isinstance(read, Beside):
        found = None if read.all else _of(parsed(read.read), wanted)
        return None if found is None else tuple(replace(each, beside=True) for each in found)
    if isinstance(read, First):
        return next((found for each in read.reads if (found := settings(each, wanted)) is not None), None)
    return None


def _of(node: dict[str, Any], wanted: object) -> tuple[Setting, ...] | None:
    kind, children = node["type"], node.get("children", ())
    if kind == "not_expression":
        return _of(children[0], not wanted) if isinstance(wanted, bool) else None
    if kind in ("or_expression", "and_expression") and isinstance(wanted, bool):
        return _joined(children, wanted, every=(kind == "and_expression") is wanted)
    if kind == "comparator":
        return _compared(node, wanted)
    if kind == "function_expression" and node["value"] in _ALIKE:
        return _of(children[0], wanted)
    if kind == "function_expression" and node["value"] == "starts_with":
        return _of(children[0], children[1]["value"]) if wanted is True and children[1]["type"] == "literal" else None
    if kind == "flatten" or kind == "projection":
        return _of(children[0], wanted) if isinstance(wanted, frozenset) else None
    if kind == "literal":
        return () if node["value"] == wanted else None
    paths = _location(node)
    return (Setting(paths, wanted),) if paths else None


def _joined(children: list[dict[str, Any]], wanted: bool, *, every: bool) -> tuple[Setting, ...] | None:
    found = [_of(child, wanted) for child in children]
    if not every:
        return next((each for each in found if each), None)
    parts = [each for each in found if each is not None]
    return tuple(one for each in parts for one in each) if len(parts) == len(found) else None


def _compared(node: dict[str, Any], wanted: object) -> tuple[Setting, ...] | None:
    left, right = node["children"]
    if right["type"] != "literal" or not isinstance(wanted, bool) or node["value"] not in ("eq", "ne"):
        return None
    same = wanted if node["value"] == "eq" else not wanted
    value = right["value"]
    if value is None or value == "":
        return None
    if same:
        return _of(left, value)
    other = not value if isinstance(value, bool) else OPPOSITES.get(value) if isinstance(value, str) else None
    return None if other is None else _of(left, other)


def _location(node: dict[str, Any]) -> tuple[Path, ...]:
    """Return the places that an expression which is but a path names; none for anything else."""
    kind, children = node["type"], node.get("children", ())
    if kind == "field":
        return ((str(node["value"]),),)
    if kind == "index":
        return ((str(node["value"]),),)
    if kind in ("identity", "current"):
        return ((),)
    if kind in ("subexpression", "index_expression", "pipe"):
        found: tuple[Path, ...] = ((),)
        for child in children:
            found = tuple((*start, *end) for start in found for end in _location(child))
        return found
    if kind == "or_expression":
        return tuple(path for child in children for path in _location(child))
    if kind == "function_expression" and node["value"] == "not_null":
        return tuple(path for child in children if child["type"] != "literal" for path in _location(child))
    return ()
