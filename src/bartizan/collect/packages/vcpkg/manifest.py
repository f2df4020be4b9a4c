"""A `vcpkg.json` as packages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, opened, reading, rows, table, word, word_or_none
from bartizan.collect.package import Package
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_LINES = re.compile(r'"([a-z0-9][a-z0-9-]*)"')
_VERSIONS = ("version", "version-semver", "version-date", "version-string")


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a manifest."""
    lock = opened(tree, unit.root)
    data = lock.json()
    pinned = dict(lock.shaped(lambda: _overrides(data)))
    lines = lock.lines(_LINES)
    asked = lock.shaped(lambda: list(_asked(data)))
    return reading(lock.each(asked, lambda each: _package(lock, each, pinned, lines)), lock.gaps)


def _asked(data: dict[str, Any]) -> Iterator[Any]:
    yield from rows(data.get("dependencies"), "dependencies")
    for name, feature in table(data.get("features"), "features").items():
        yield from rows(table(feature, name).get("dependencies"), "dependencies")


def _overrides(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for each in rows(data.get("overrides"), "overrides"):
        entry = table(each, "an override")
        version = next((word_or_none(entry[key]) for key in _VERSIONS if key in entry), None)
        if version:
            yield word(entry.get("name"), "a name"), version


def _package(lock: LockFile, each: Any, pinned: dict[str, str], lines: dict[str, int]) -> Iterator[Package]:
    said = each if isinstance(each, dict) else {"name": each}
    name = word(said.get("name"), "a name")
    least = word_or_none(said.get("version>="))
    why = f"only a range is given: >={least}" if least else "its version comes from a baseline that is not in the tree"
    yield Package(
        ecosystem="vcpkg",
        name=name,
        version=pinned.get(name) or Unknown(why),
        place=lock.place(lines.get(name)),
        direct=True,
        development=said.get("host") is True,
    )
