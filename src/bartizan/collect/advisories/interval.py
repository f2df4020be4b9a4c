"""Affected versions as intervals of order keys: what a range tells, brought to bytes once and for all.

Intervals are a flat list `[low, high, low, high, ...]`, each from `low` up to but without `high`; an empty `low` is
before every version, an empty `high` is after.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bartizan.collect.advisories.record import Event
from bartizan.collect.versions.order import Malformed, key

OPEN = b""


@dataclass(slots=True)
class Extent:
    """Which versions of a package an advisory affects."""

    bounds: list[bytes] = field(default_factory=list)
    fixed: list[str] = field(default_factory=list)
    """Versions that fix it, as the advisory writes them."""
    exact: list[str] = field(default_factory=list)
    """Affected versions that cannot be ordered: they are compared as texts."""
    unclear: bool = False
    """Something about its versions cannot be understood, so that any version may be affected."""


def within(bounds: Sequence[bytes], point: bytes) -> bool:
    """Tell whether a version's key is in one of the intervals."""
    for at in range(0, len(bounds), 2):  # asked a million times in a scan: no generator
        if bounds[at] <= point:
            high = bounds[at + 1]
            if not high or point < high:
                return True
    return False


def everything(bounds: Sequence[bytes]) -> bool:
    """Tell whether one of the intervals has every version there is, and there will be."""
    return any(not bounds[at] and not bounds[at + 1] for at in range(0, len(bounds), 2))


def after(point: bytes) -> bytes:
    """Return the least bytes above a key: the end of an interval that has the key in it."""
    return point + b"\0"


def add_range(extent: Extent, ecosystem: str, events: Iterable[Event]) -> None:
    """Add what the events of a range tell. An event that cannot be ordered makes the extent unclear."""
    points: list[tuple[bytes, Event]] = []
    limits: list[bytes] = []
    for event in events:
        text = event.introduced or event.fixed or event.last_affected or event.limit
        try:
            point = OPEN if text in (None, "0") and event.fixed is None else key(ecosystem, text or "")
        except Malformed:
            extent.unclear = True
            continue
        if event.limit is not None:
            limits.append(OPEN if event.limit == "*" else point)
        elif text is not None:
            points.append((point, event))
        if event.fixed is not None:
            extent.fixed.append(event.fixed)
    points.sort(key=lambda each: each[0])
    extent.bounds += _limited(_intervals(points), limits)


def _intervals(points: Sequence[tuple[bytes, Event]]) -> list[bytes]:
    bounds: list[bytes] = []
    for point, event in points:
        opened = len(bounds) % 2 == 1
        if event.introduced is not None:
            if not opened:
                bounds.append(point)
        elif opened:
            bounds.append(point if event.fixed is not None else after(point))
    return [*bounds, OPEN] if len(bounds) % 2 else bounds


def _limited(bounds: list[bytes], limits: Sequence[bytes]) -> list[bytes]:
    """Return the intervals as far as they are before the furthest limit."""
    if not limits or OPEN in limits:
        return bounds
    end = max(limits)
    kept: list[bytes] = []
    for at in range(0, len(bounds), 2):
        low, high = bounds[at], bounds[at + 1]
        if low < end:
            kept += [low, high if high and high < end else end]
    return kept


def add_versions(extent: Extent, ecosystem: str, versions: Iterable[str]) -> None:
    """Add versions that are listed one by one, as far as no range has them already."""
    for version in versions:
        try:
            point = key(ecosystem, version)
        except Malformed:
            extent.exact.append(version)
            continue
        if not within(extent.bounds, point):
            extent.bounds += [point, after(point)]
