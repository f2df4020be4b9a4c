"""Packs what was made of a unit into bytes and back: to cross between processes, and to be kept.

Plain MessagePack of plain values: reading foreign or damaged bytes can fail, and cannot run anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from bartizan.core.kind import Asset
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Composite, Partial, Ref, Unknown


class Damaged(Exception):
    """Bytes that are not what `pack` made."""


@dataclass(slots=True, kw_only=True)
class Collected:
    """What one unit came to."""

    assets: list[Asset] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    unmodelled: dict[str, int] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    """Files read beside the unit's own."""


def pack(collected: Collected) -> bytes:
    """Return the bytes of what was collected."""
    table = [
        [_asset(asset) for asset in collected.assets],
        [[g.file, g.why, g.line, g.column, g.about] for g in collected.gaps],
        collected.unmodelled,
        collected.also,
    ]
    try:
        return msgspec.msgpack.encode(table)
    except UnicodeEncodeError:
        return msgspec.msgpack.encode([_encoded(table)])


def unpack(data: bytes, kinds: Mapping[str, type[Asset]]) -> Collected:
    """Return what was collected; raises `Damaged` for bytes that do not fit."""
    places: dict[Any, Place] = {}
    try:
        table = msgspec.msgpack.decode(data)
        assets, gaps, unmodelled, also = _decoded(table[0]) if len(table) == 1 else table
        return Collected(
            assets=[_seen(packed, kinds, places) for packed in assets],
            gaps=[Gap(*gap) for gap in gaps],
            unmodelled=dict(unmodelled),
            also=tuple(also),
        )
    except (msgspec.DecodeError, ValueError, TypeError, KeyError, IndexError) as error:
        raise Damaged(str(error)) from None


def _encoded(value: Any) -> Any:
    """Return a value with its texts as bytes: one holds half a character, from a name of a file or an escape."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    if isinstance(value, dict):
        return {_encoded(key): _encoded(item) for key, item in value.items()}
    return [_encoded(item) for item in value] if isinstance(value, list | tuple) else value


def _decoded(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogatepass")
    if isinstance(value, dict):
        return {_decoded(key): _decoded(item) for key, item in value.items()}
    return [_decoded(item) for item in value] if isinstance(value, list) else value


def _asset(asset: Asset) -> list[Any]:
    values = {name: _packed(value) for name, value in asset.values.items()}
    places = {name: _place(place) for name, place in asset.places.items()}
    return [asset.kind, asset.id, asset.source, values, _place(asset.place or Place("")), places]


def _seen(packed: list[Any], kinds: Mapping[str, type[Asset]], memo: dict[Any, Place]) -> Asset:
    kind, id, source, values, place, places = packed
    return kinds[kind].seen(
        id,
        {name: _value(value) for name, value in values.items()},
        _placed(place, memo),
        {name: _placed(each, memo) for name, each in places.items()},
        source,
    )


def _place(place: Place) -> list[Any]:
    return [place.file, place.line, place.column, place.end_line, [_place(call) for call in place.via]]


def _placed(packed: list[Any], memo: dict[Any, Place]) -> Place:
    file, line, column, end_line, via = packed
    key = (file, line, column, end_line, str(via) if via else "")
    if key not in memo:
        memo[key] = Place(file, line, column, end_line, tuple(_placed(call, memo) for call in via))
    return memo[key]


def _packed(value: Any) -> Any:
    if isinstance(value, frozenset):
        return ["set", sorted(value, key=str)]
    if isinstance(value, Partial):
        return ["partial", value.why, list(value.known)]
    if isinstance(value, Composite):
        return ["composite", value.why, [_packed(part) for part in value.parts]]
    if isinstance(value, Ref):
        return ["ref", value.why, value.address, value.attribute]
    return ["unknown", value.why] if isinstance(value, Unknown) else value


def _value(packed: Any) -> Any:
    if not isinstance(packed, list):
        return packed
    tag, first, *rest = packed
    if tag == "set":
        return frozenset(first)
    if tag == "partial":
        return Partial(first, tuple(rest[0]))
    if tag == "composite":
        return Composite(first, tuple(_value(part) for part in rest[0]))
    return Ref(first, *rest) if tag == "ref" else Unknown(first)
