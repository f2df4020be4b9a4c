"""What the lock files of Python's tools have in common: entries with names and versions, and who needs whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.lockfile import LockFile, Misshapen, rows, table, word
from bartizan.collect.package import Package
from bartizan.collect.packages.python_manifest.project import Project
from bartizan.collect.packages.python_manifest.requirement import normal

_LINES = re.compile(
    r"""^name[ \t]*=[ \t]*["']([^"'\n]+)["'][ \t]*\r?\nversion[ \t]*=[ \t]*["']([^"'\n]+)["']""", re.MULTILINE
)
_NAMES = re.compile(r"""^name[ \t]*=[ \t]*["']([^"'\n]+)["']""", re.MULTILINE)
_HASH = re.compile(r"[a-z0-9]{2,10}:[0-9a-f]{32,128}$")


@dataclass(slots=True)
class Locked:
    """One entry of a lock."""

    name: str
    """Normalised."""
    package: Package | None
    """None for a part of the project itself."""
    needs: list[tuple[str, str | None]] = field(default_factory=list)
    """Names with the version, where there is more than one to choose from."""


def numbered(lock: LockFile) -> dict[str, int]:
    """Return the lines of entries by `NAME@VERSION` and by `NAME`, as they are written."""
    return lock.lines(_NAMES) | lock.lines(_LINES)


def named(entry: Any) -> tuple[dict[str, Any], str, str]:
    """Return an entry with its name as written and normalised; raises `Misshapen`."""
    entry = table(entry, "an entry")
    name = word(entry.get("name"), "a name")
    if not re.match(r"[A-Za-z0-9]", name):
        raise Misshapen(f"`{name[:80]}` is no name")
    return entry, name, normal(name)


def hashes(files: Any) -> tuple[str, ...]:
    """Return the checksums of the files of an entry."""
    found = [file.get("hash") for file in files if isinstance(file, dict)] if isinstance(files, list) else []
    return tuple(dict.fromkeys(each for each in found if isinstance(each, str) and _HASH.match(each)))


def entries(lock: LockFile, data: dict[str, Any], key: str) -> list[Any]:
    """Return the entries that a lock lists under a key."""
    return lock.shaped(lambda: rows(data.get(key), key))


def connect(found: list[Locked], asked: Collection[str] | None, running: Collection[str] | None) -> list[Package]:
    """Return the packages of a lock, who needs whom told; `asked` and `running` are names, None where not told."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(found):
        by_name[entry.name].append(number)
    edges = {str(number): _targets(found, by_name, entry) for number, entry in enumerate(found)}
    packages = {str(number): entry.package for number, entry in enumerate(found) if entry.package is not None}
    relate(packages, edges, _keys(by_name, asked), _keys(by_name, running))
    return list(packages.values())


def _keys(by_name: Mapping[str, list[int]], names: Collection[str] | None) -> set[str] | None:
    return None if names is None else {str(number) for name in names for number in by_name.get(name, ())}


def _targets(found: list[Locked], by_name: Mapping[str, list[int]], entry: Locked) -> set[str]:
    """Return what an entry needs; with an extra, PDM lists a package once more, needing itself."""
    targets: set[str] = set()
    for name, version in entry.needs:
        there = by_name.get(name, []) if name != entry.name else []
        exact = [number for number in there if version is not None and _version(found[number]) == version]
        targets.update(map(str, exact or there))
    return targets


def _version(entry: Locked) -> object:
    return entry.package.version if entry.package is not None else None


def asked_by(project: Project | None) -> tuple[set[str] | None, set[str] | None]:
    """Return the names that a manifest asks for, and those of them that are needed to run; None without one."""
    if project is None or not project.told or "dependencies" in project.elsewhere:
        return None, None
    wishes = [wish for wish in project.wishes if wish.group != "build-system"]
    running = {wish.requirement.name for wish in wishes if not wish.development}
    return {wish.requirement.name for wish in wishes}, running
