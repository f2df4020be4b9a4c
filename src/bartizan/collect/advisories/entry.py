"""Entries: what is kept beside each package to match a version - advisory, intervals, fixes - and nothing more."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from bartizan.collect.advisories.interval import OPEN, Extent, add_range, add_versions
from bartizan.collect.advisories.record import Affected, Record, ecosystem_specific
from bartizan.collect.advisories.scope import DISTRIBUTIONS, Scope, normal, scope


class Entry(NamedTuple):
    """What one advisory says of the versions of one package."""

    advisory: int
    """The row of the advisory."""
    bounds: list[bytes]
    """Affected versions, as intervals of order keys."""
    fixed: list[str]
    exact: list[str]
    """Affected versions that cannot be ordered."""
    unclear: bool
    unfixed: str
    """Why there is no fix, where the distributor says."""


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(list[Entry])
_UNFIXED = {"end-of-life": "end of life", "unimportant": "unimportant", "ignored": "will not fix"}


def encoded(entry: Entry) -> bytes:
    """Return one entry as bytes, to be joined by `joined`."""
    return _ENCODER.encode(entry)


def ceiling(entry: Entry) -> bytes:
    """Return the key from which on no version is affected any more; empty where there is none that is certain."""
    highs = entry.bounds[1::2]
    return OPEN if entry.exact or entry.unclear or OPEN in highs else max(highs, default=b"\0")


def joined(entries: list[bytes]) -> bytes:
    """Return encoded entries as the bytes of a list of them."""
    count = len(entries)
    if count < 16:
        head = bytes((0x90 | count,))
    elif count < 1 << 16:
        head = struct.pack(">BH", 0xDC, count)
    else:
        head = struct.pack(">BI", 0xDD, count)
    return head + b"".join(entries)


def decoded(blob: bytes) -> list[Entry]:
    """Return a package's entries. Raises `ValueError` for bytes that are none."""
    try:
        return _DECODER.decode(blob)
    except msgspec.MsgspecError as error:
        raise ValueError(f"the entries of a package are damaged: {error}") from None


def entries(record: Record, source: str, advisory: int) -> Iterator[tuple[Scope, str, Entry]]:
    """Yield what a record tells of each package in the ecosystem it was fetched for, one for each scope and name."""
    extents: dict[tuple[Scope, str], tuple[Extent, str]] = {}
    for affected in record.affected or ():
        package = affected.package
        if package is None or not _within(package.ecosystem, source):
            continue
        where = scope(package.ecosystem)
        extent, unfixed = extents.setdefault(
            (where, normal(where.family, package.name)), (Extent(), _unfixed(affected))
        )
        _read(affected, package.ecosystem, extent)
    for (where, name), (extent, unfixed) in extents.items():
        fixed = list(dict.fromkeys(extent.fixed))
        exact = sorted(set(extent.exact))
        yield where, name, Entry(advisory, extent.bounds, fixed, exact, extent.unclear, unfixed)


def _within(ecosystem: str, source: str) -> bool:
    return ecosystem == source or ecosystem.startswith(f"{source}:")


def _read(affected: Affected, ecosystem: str, extent: Extent) -> None:
    ranges = [each for each in affected.ranges or () if each.type != "GIT"]
    for each in ranges:
        add_range(extent, ecosystem, each.events or ())
    # Distributions list all builds that the range has; only where there is no range do they tell more.
    if affected.versions and not (ranges and ecosystem.partition(":")[0] in DISTRIBUTIONS):
        add_versions(extent, ecosystem, affected.versions)
    if not ranges and not affected.versions:
        if any(each.type == "GIT" for each in affected.ranges or ()):
            extent.unclear = True
        else:
            extent.bounds += [OPEN, OPEN]


def _unfixed(affected: Affected) -> str:
    urgency = ecosystem_specific(affected.ecosystem_specific).urgency or ""
    return _UNFIXED.get(urgency.rstrip("*"), "")
