"""A `pubspec.lock`, or a `pubspec.yaml` without one, as packages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, opened, reading, table, word, word_or_none
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_HEX = re.compile(r"[0-9a-f]{64}$")
_EXACT = re.compile(r"\d+\.\d+\.\d+[\w.+-]*$")
_DEVELOPMENT: dict[str, bool] = {"direct main": False, "direct dev": True}
_ELSEWHERE = ("sdk", "path")
"""Sources of what is no package of a repository."""


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock, or a manifest alone."""
    lock = opened(tree, unit.root)
    data, spots = lock.yaml()
    if unit.root.endswith(".yaml"):
        return reading(lock.shaped(lambda: _asked(lock, data, spots)), lock.gaps)
    entries = lock.shaped(lambda: list(table(data.get("packages"), "packages").items()))
    return reading(lock.each(entries, lambda entry: _locked(lock, *entry, spots)), lock.gaps)


def _locked(lock: LockFile, name: str, entry: Any, spots: Mapping[str, tuple[int, int]]) -> Iterator[Package]:
    entry = table(entry, name)
    if entry.get("source") in _ELSEWHERE:
        return
    kind = word_or_none(entry.get("dependency")) or ""
    description = entry.get("description")
    checksum = description.get("sha256") if isinstance(description, dict) else None
    yield Package(
        ecosystem="Pub",
        name=name,
        version=word(entry.get("version"), f"the version of {name}"),
        place=lock.place(spots.get(f"packages/{name}", (1, 1))[0]),
        direct=kind.startswith("direct"),
        development=_DEVELOPMENT.get(kind, NOT_TOLD),
        needed_by=NOT_TOLD,
        checksums=(f"sha256:{checksum}",) if isinstance(checksum, str) and _HEX.match(checksum) else (),
    )


def _asked(lock: LockFile, data: dict[str, Any], spots: Mapping[str, tuple[int, int]]) -> Iterator[Package]:
    for section, development in (("dependencies", False), ("dev_dependencies", True)):
        for name, said in table(data.get(section), section).items():
            if isinstance(said, dict) and any(key in said for key in _ELSEWHERE):
                continue
            yield Package(
                ecosystem="Pub",
                name=name,
                version=_version(said),
                place=lock.place(spots.get(f"{section}/{name}", (1, 1))[0]),
                direct=True,
                development=development,
            )


def _version(said: Any) -> str | Unknown:
    asked = said.get("version") if isinstance(said, dict) else said
    if isinstance(asked, str) and _EXACT.match(asked):
        return asked
    if not isinstance(asked, str) or asked == "any":
        return Unknown("the manifest gives no version, and there is no pubspec.lock")
    return Unknown(f"only a range is given: {asked}, and there is no pubspec.lock")
