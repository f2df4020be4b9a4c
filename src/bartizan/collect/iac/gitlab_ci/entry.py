"""Values that are merged from several files and jobs, each part with the place it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.pipeline import Source

Spot = tuple[str, int, int]
"""File, line and column."""


@dataclass(slots=True)
class Entry:
    """A value, and where its parts are written, by path; the empty path is the value's own."""

    value: Any
    spots: dict[str, Spot] = field(default_factory=dict)

    def place(self, path: str) -> Spot | None:
        """Return where a part is written, or its nearest ancestor that has a place."""
        while path and path not in self.spots:
            path = path.rpartition("/")[0]
        return self.spots.get(path)

    def inner(self, key: str) -> Entry:
        """Return one member of a mapping."""
        within = {
            path[len(key) + 1 :]: spot for path, spot in self.spots.items() if path == key or path.startswith(f"{key}/")
        }
        return Entry(self.value.get(key), within)


def entries(source: Source, document: int) -> dict[str, Entry]:
    """Return the members of a document's mapping."""
    value, spots = source.documents[document].value, source.documents[document].spots
    found = {key: Entry(item) for key, item in value.items()}
    for path, (line, column) in spots.items():
        key, _, rest = path.partition("/")
        if key in found:
            found[key].spots[rest] = (source.file, line, column)
    for key, entry in found.items():
        if "" not in entry.spots:  # a key with a slash in it
            spot = spots.get(key) or (source.documents[document].line, 1)
            within = source.under(key, document)
            entry.spots = {path: (source.file, line, column) for path, (line, column) in within.items()}
            entry.spots[""] = (source.file, spot[0], spot[1])
    return found


def merged(below: Entry, above: Entry) -> Entry:
    """Return a value with another laid over it: mappings are joined, all else is replaced."""
    if not isinstance(below.value, dict) or not isinstance(above.value, dict):
        return above
    replaced: set[str] = set()
    value = _laid(below.value, above.value, "", replaced)
    spots = {path: spot for path, spot in below.spots.items() if not _within(path, replaced)}
    return Entry(value, {**spots, **above.spots})


def _laid(below: dict[str, Any], above: dict[str, Any], path: str, replaced: set[str]) -> dict[str, Any]:
    value = dict(below)
    for key, item in above.items():
        here = f"{path}/{key}" if path else key
        under = below.get(key)
        if isinstance(item, dict) and isinstance(under, dict):
            value[key] = _laid(under, item, here, replaced)
        else:
            value[key] = item
            replaced.add(here)
    return value


def _within(path: str, paths: set[str]) -> bool:
    while path:
        if path in paths:
            return True
        path = path.rpartition("/")[0]
    return False


def size(value: Any, most: int) -> int:
    """Return how many values a value is made of, counted to just beyond `most`."""
    count, pending = 0, [value]
    while pending and count <= most:
        here = pending.pop()
        count += 1
        if isinstance(here, dict):
            pending.extend(here.values())
        elif isinstance(here, list):
            pending.extend(here)
    return count
