"""A `bun.lock` as packages.

Packages are listed by where they lie: `a` at the top, `b/a` what `b` has of its own. Each is a list: name and version,
the registry, what it needs, and its checksum; what comes from elsewhere has no registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, rows, table, word, word_or_none
from bartizan.collect.package import Package
from bartizan.collect.packages.javascript_manifest.jsonc import plain
from bartizan.collect.packages.javascript_manifest.specifier import checksums, is_name, public, purl_from, split
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_LINES = re.compile(r'^[ \t]{0,20}"([^"\\\n]{1,500})"[ \t]*:[ \t]*\[', re.MULTILINE)
_OWN = ("workspace:", "link:", "file:", "root:")
_RUNNING = ("dependencies", "optionalDependencies", "peerDependencies")
_VERSION = re.compile(r"v?\d+\.\d+\.\d+")
Entries = dict[str, tuple[Package | None, list[str]]]
"""By where it lies: the package, or None for a part of the project, and the names of what it needs."""


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock."""
    lock = opened(tree, unit.root) if unit.root.endswith("bun.lock") else LockFile(unit.root)
    if unit.root.endswith(".lockb"):
        lock.gap("This lock is binary; run `bun install --save-text-lockfile` and keep the `bun.lock` it writes.")
        return reading([], lock.gaps)
    lock.text = plain(lock.text)
    data = lock.json()
    lines = lock.lines(_LINES)
    entries: Entries = {}
    for listed in lock.shaped(lambda: [table(data.get("packages"), "packages")]):
        for key, value in listed.items():
            try:
                entries[key] = _entry(lock, key, value, lines.get(key))
            except Misshapen as error:
                lock.gap(f"An entry is left out: {error}.", lines.get(key, 0), about=key[:80])
    workspaces = lock.shaped(lambda: list(table(data.get("workspaces"), "workspaces").items()))
    return reading(_connect(entries, [each for _, each in workspaces if isinstance(each, dict)]), lock.gaps)


def _entry(lock: LockFile, key: str, value: Any, line: int | None) -> tuple[Package | None, list[str]]:
    parts = rows(value, f"`{key[:80]}`")
    name, _, version = split(word(parts[0] if parts else None, f"the name in `{key[:80]}`"))
    told = next((part for part in parts[1:] if isinstance(part, dict)), {})
    needs = [need for section in _RUNNING for need in _names(told, section)]
    if version.startswith(_OWN):
        return None, needs
    if not is_name(name):
        raise Misshapen(f"`{name[:80]}` is no name of a package")
    place = public(version)
    known = version if _VERSION.match(version) else Unknown(f"it comes from {place[:80]}, which tells no version")
    registry = word_or_none(parts[1]) if len(parts) > 1 else None
    last = parts[-1]
    package = Package(
        ecosystem="npm",
        name=name,
        version=known,
        place=lock.place(line),
        checksums=checksums(last),
        modules=(_path(key)[-1],),
        purl=purl_from(name, known, place if isinstance(known, Unknown) else registry),
    )
    return package, needs


def _names(told: dict[str, Any], section: str) -> Iterator[str]:
    listed = told.get(section)
    yield from listed if isinstance(listed, dict) else ()


def _path(key: str) -> list[str]:
    """Return the names in a key; those with a scope have a stroke of their own."""
    parts: list[str] = []
    for part in key.split("/"):
        if parts and parts[-1].startswith("@") and "/" not in parts[-1]:
            parts[-1] += f"/{part}"
        else:
            parts.append(part)
    return parts


def _found(entries: Entries, at: list[str], name: str) -> str | None:
    """Return the key that a name means for what lies somewhere."""
    for depth in range(len(at), -1, -1):
        key = "/".join([*at[:depth], name])
        if key in entries:
            return key
    return None


def _connect(entries: Entries, workspaces: list[dict[str, Any]]) -> list[Package]:
    edges = {
        key: {found for need in needs if (found := _found(entries, _path(key), need)) is not None}
        for key, (_, needs) in entries.items()
    }
    packages = {key: package for key, (package, _) in entries.items() if package is not None}
    asked: set[str] = set()
    running: set[str] = set()
    for workspace in workspaces:
        at = _path(workspace["name"]) if isinstance(workspace.get("name"), str) else []
        for section in (*_RUNNING, "devDependencies"):
            targets = {found for name in _names(workspace, section) if (found := _found(entries, at, name)) is not None}
            asked |= targets
            running |= targets if section in _RUNNING else set()
    relate(packages, edges, asked if workspaces else None, running if workspaces else None)
    return list(packages.values())
