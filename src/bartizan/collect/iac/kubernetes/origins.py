"""Places for rendered objects: the manifest that an object was made from, and which of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bartizan.collect.iac.kubernetes.manifest import Object
from bartizan.collect.resource import Spots

_KEYS = ("name", "containerPort", "port", "mountPath", "key", "ip", "path")
"""Members that tell the items of a list apart."""
_SEARCHED = 200
"""Items among which a list's item is looked for when it stands somewhere else."""


def source_of(rendered: Object, written: Sequence[Object]) -> Object | None:
    """Return the written object that a rendered one was made from: names may have got a prefix and a suffix."""
    same = [item for item in written if (item.group, item.kind) == (rendered.group, rendered.kind)]
    named = [item for item in same if item.name.rstrip("*") in rendered.name]
    if named:
        return max(named, key=lambda item: (len(item.name), item.namespace == rendered.namespace))
    return same[0] if len(same) == 1 else None


def carried_spots(rendered: Any, written: Any, spots: Spots) -> dict[str, tuple[int, int]]:
    """Return the places of those parts of a rendered value that the written value has too.

    Items of lists are matched by their name, because a patch may have put others before them.
    """
    found: dict[str, tuple[int, int]] = {}
    _carry(rendered, written, "", "", spots, found)
    return found


def _carry(
    rendered: Any, written: Any, path: str, origin: str, spots: Spots, found: dict[str, tuple[int, int]]
) -> None:
    if path and origin in spots:
        found[path] = spots[origin]
    if isinstance(rendered, dict) and isinstance(written, dict):
        for key, value in rendered.items():
            if key in written:
                _carry(value, written[key], _join(path, key), _join(origin, key), spots, found)
    elif isinstance(rendered, list) and isinstance(written, list):
        for index, item in enumerate(rendered):
            partner = _partner(item, written, index)
            if partner is not None:
                _carry(item, written[partner], _join(path, str(index)), _join(origin, str(partner)), spots, found)


def _join(path: str, key: str) -> str:
    return f"{path}/{key}" if path else key


def _partner(item: Any, written: list[Any], index: int) -> int | None:
    """Return the index at which an item of a rendered list is written."""
    key = next((key for key in _KEYS if key in item), None) if isinstance(item, dict) else None
    if index < len(written) and _same(item, written[index], key):
        return index
    others = enumerate(written[:_SEARCHED])
    return next((at for at, other in others if _same(item, other, key)), None)


def _same(item: Any, other: Any, key: str | None) -> bool:
    if key is None:
        return type(item) is type(other) and (isinstance(item, dict) or bool(item == other))
    return isinstance(other, dict) and key in other and bool(other[key] == item[key])
