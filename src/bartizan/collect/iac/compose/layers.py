"""What one Compose file declares, and how a later file is laid over an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bartizan.collect.resource import Spots
from bartizan.core.place import Place
from bartizan.core.truth import Partial, Unknown


@dataclass(frozen=True, slots=True)
class Reset:
    """What `!reset` leaves of a value: nothing, whatever was there before."""


@dataclass(frozen=True, slots=True)
class Override:
    """What `!override` marks: a value that replaces the one before, where it would be added to it."""

    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A service, network, volume, secret or config, in the form that `syntax` gives it."""

    name: str
    value: dict[str, Any]
    place: Place
    spots: Spots


Section = dict[str, Declared]

_REPLACED = frozenset({"command", "entrypoint", "test"})
_MAPS_OF_ENTRIES = frozenset({"annotations", "environment", "labels", "sysctls"})
"""Maps whose entries replace each other as they are."""


def otherwise(value: Any, default: Any) -> Any:
    """Return a value, or another where it is not given; an unknown value is given."""
    return default if value is None or value == "" else value


_KEYS: Mapping[str, Callable[[dict[str, Any]], Any]] = {
    "configs": lambda item: otherwise(item.get("target"), item.get("source")),
    "devices": lambda item: item.get("target"),
    "env_file": lambda item: item.get("path"),
    "ports": lambda item: tuple(item.get(name) for name in ("host_ip", "published", "target", "protocol")),
    "secrets": lambda item: otherwise(item.get("target"), item.get("source")),
    "volumes": lambda item: item.get("target"),
}
"""What makes two members of a list the same one."""


def settled(value: Any) -> Any:
    """Return a value that nothing precedes: without `!reset` and `!override`."""
    if isinstance(value, Override):
        return settled(value.value)
    if isinstance(value, dict):
        return {key: settled(item) for key, item in value.items() if not isinstance(item, Reset)}
    if isinstance(value, list):
        return [settled(item) for item in value if not isinstance(item, Reset)]
    return None if isinstance(value, Reset) else value


def laid_over(base: Declared, over: Declared, *, placed_at: Declared) -> Declared:
    """Return what is declared when `over` comes after `base`, at the place of one of them.

    Only one file can be pointed into: what the other file says is found at the place of the whole.
    """
    value = merged_maps(base.value, over.value)
    file = placed_at.place.file
    replaced = {key for key, item in over.value.items() if isinstance(item, Override | Reset)}
    replaced |= {
        key for key, item in base.value.items() if not isinstance(item, dict | list) and value.get(key) != item
    }
    spots = {
        path: spot
        for path, spot in base.spots.items()
        if base.place.file == file and path.partition("/")[0] not in replaced
    }
    if over.place.file == file:
        spots |= {_moved(path, over.value, value): spot for path, spot in over.spots.items()}
    return replace(placed_at, value=value, spots=spots)


def _moved(path: str, over: dict[str, Any], merged: dict[str, Any]) -> str:
    """Return the path of something in `over` after its lists were added to others."""
    key, _, below = path.partition("/")
    index, slash, rest = below.partition("/")
    given, items = over.get(key), merged.get(key)
    if not isinstance(given, list) or not isinstance(items, list) or not index.isdecimal() or int(index) >= len(given):
        return path
    item = given[int(index)]
    at = next((i for i, other in enumerate(items) if _same(other, item, None)), index)
    return f"{key}/{at}{slash}{rest}"


def merged_maps(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Return a mapping with another laid over it."""
    merged = dict(base)
    for key, item in over.items():
        if isinstance(item, Reset):
            merged.pop(key, None)
        elif isinstance(item, Override) or merged.get(key) is None or key in _REPLACED:
            merged[key] = settled(item)
        elif item is not None:
            merged[key] = _merged(key, merged[key], item)
    return merged


def _merged(key: str, base: Any, over: Any) -> Any:
    if isinstance(base, dict) and isinstance(over, dict):
        if key in _MAPS_OF_ENTRIES:
            kept = {name: item for name, item in base.items() if not isinstance(over.get(name), Reset)}
            return {**kept, **settled(over)}
        if key == "logging" and otherwise(over.get("driver"), base.get("driver")) != base.get("driver"):
            return settled(over)
        return merged_maps(base, over)
    if isinstance(base, list) and isinstance(over, list):
        return _merged_lists(base, settled(over), _KEYS.get(key))
    if isinstance(base, Unknown) and isinstance(over, list):
        return Partial(base.why, known=tuple(settled(over)))
    return settled(over)


def _merged_lists(base: list[Any], over: list[Any], key: Callable[[dict[str, Any]], Any] | None) -> list[Any]:
    """Return the members of both; one that means the same as an earlier one takes its position."""
    merged = list(base)
    for item in over:
        at = next((i for i, other in enumerate(merged) if _same(other, item, key)), None)
        if at is None:
            merged.append(item)
        else:
            merged[at] = item
    return merged


def _same(left: Any, right: Any, key: Callable[[dict[str, Any]], Any] | None) -> bool:
    if key is not None and isinstance(left, dict) and isinstance(right, dict):
        return bool(key(left) == key(right))
    return type(left) is type(right) and bool(left == right)
