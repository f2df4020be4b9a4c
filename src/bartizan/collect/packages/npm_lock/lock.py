"""A lock file of npm as packages.

Versions 2 and 3 list what is installed by its path; version 1 nests it, and is brought into that form. Who needs whom
is found as Node finds a module: in the `node_modules` of its directory, or of one above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, table, word_or_none
from bartizan.collect.package import Package
from bartizan.collect.packages.javascript_manifest.package_json import Manifest, manifest
from bartizan.collect.packages.javascript_manifest.specifier import (
    checksums,
    is_name,
    of_tarball,
    public,
    purl_from,
    split,
)
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_PATH = re.compile(r'^[ \t]{0,20}"((?:[^"\\\n]{0,2000}/)?node_modules/[^"\\\n]{1,300})"[ \t]*:[ \t]*\{', re.MULTILINE)
_OLD = re.compile(
    r'^[ \t]{0,200}"([^"\\\n]{1,300})"[ \t]*:[ \t]*\{[ \t]*\r?\n[ \t]{0,200}"version"[ \t]*:[ \t]*"([^"\\\n]{1,500})"',
    re.MULTILINE,
)
_VERSION = re.compile(r"v?\d+\.\d+\.\d+")
_NEEDS = ("dependencies", "optionalDependencies", "peerDependencies")
Entries = dict[str, dict[str, Any]]
"""What there is by its path, the project itself at the empty one."""


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock; one of version 1 with the manifest that says what is asked for."""
    lock = opened(tree, unit.root)
    locks = [lock]
    data = lock.json()
    entries = {path: entry for each in lock.shaped(lambda: [_listed(data)]) for path, entry in each.items()}
    old = not entries and "dependencies" in data
    if old:
        told = None
        if len(unit.files) > 1:
            locks.append(opened(tree, unit.files[1]))
            told = manifest(locks[1])
        nested = lock.shaped(lambda: [table(data.get("dependencies"), "dependencies")])
        entries = _flattened(lock, nested[0] if nested else {}, told)
    return reading(_packages(lock, entries, old), [gap for each in locks for gap in each.gaps])


def _listed(data: dict[str, Any]) -> Entries:
    return {path: entry for path, entry in table(data.get("packages"), "packages").items() if isinstance(entry, dict)}


def _flattened(lock: LockFile, nested: dict[str, Any], told: Manifest | None) -> Entries:
    """Return what a lock of version 1 nests, by path."""
    entries: Entries = {}
    if told is not None and told.readable:
        entries[""] = {"dependencies": {wish.name: wish.asked for wish in told.wishes if not wish.peer}}
    pending = [("", nested)]
    while pending:
        above, listed = pending.pop()
        for name, entry in listed.items():
            path = f"{above}/node_modules/{name}" if above else f"node_modules/{name}"
            if not isinstance(entry, dict):
                lock.gap(f"An entry is left out: `{name[:80]}` is not a mapping.", about=path)
                continue
            needs = entry.get("requires")
            entries[path] = {**entry, "dependencies": needs if isinstance(needs, dict) else {}}
            if isinstance(entry.get("dependencies"), dict):
                pending.append((path, entry["dependencies"]))
    return entries


def _packages(lock: LockFile, entries: Entries, old: bool) -> list[Package]:
    lines = lock.lines(_OLD if old else _PATH)
    packages: dict[str, Package] = {}
    for path, entry in entries.items():
        if path.startswith("node_modules/") or "/node_modules/" in path:
            try:
                made = _package(lock, path, entry, lines)
            except Misshapen as error:
                lock.gap(f"An entry is left out: {error}.", lines.get(path, 0), about=path)
            else:
                packages |= {path: made} if made is not None else {}
    edges = {path: set(_needs(entries, path, entry)) for path, entry in entries.items()}
    own = [path for path in entries if path not in packages and not entries[path].get("link")]
    asked = {need for path in own for need in edges[path]} if "" in entries else None
    relate(packages, edges, asked, None)
    for path, package in packages.items():
        package.development = entries[path].get("dev") is True
    return list(packages.values())


def _package(lock: LockFile, path: str, entry: dict[str, Any], lines: Mapping[str, int]) -> Package | None:
    module = path.rpartition("node_modules/")[2]
    if entry.get("link") or _is_directory(entry.get("version")):
        return None
    name, version, resolved = _identity(entry, module)
    if not is_name(name):
        raise Misshapen(f"`{name[:80]}` is no name of a package")
    return Package(
        ecosystem="npm",
        name=name,
        version=version,
        place=lock.place(lines.get(path) or lines.get(f"{module}@{entry.get('version')}")),
        licenses=_licenses(entry.get("license")),
        checksums=checksums(entry.get("integrity")),
        modules=(module,),
        purl=purl_from(name, version, resolved),
    )


def _is_directory(version: Any) -> bool:
    """Return whether version 1 says that it is a directory of the project."""
    return (
        isinstance(version, str)
        and version.startswith(("file:", "link:"))
        and not version.endswith((".tgz", ".tar.gz"))
    )


def _licenses(value: Any) -> tuple[str, ...]:
    known = word_or_none(value)
    return (known,) if known else ()


def _identity(entry: dict[str, Any], module: str) -> tuple[str, str | Unknown, str]:
    """Return name, version and origin: version 1 writes all three as the version where they are not the usual."""
    version = word_or_none(entry.get("version")) or ""
    name = word_or_none(entry.get("name")) or module
    resolved = word_or_none(entry.get("resolved")) or ""
    if version.startswith("npm:"):
        name, _, version = split(version[4:])
    if _VERSION.match(version):
        return name, version, resolved
    if told := of_tarball(name, version):
        return name, told, version
    if version:
        origin = public(version)
        return name, Unknown(f"it comes from {origin[:80]}, which tells no version"), origin
    return name, Unknown("the lock tells no version"), resolved


def _needs(entries: Entries, path: str, entry: dict[str, Any]) -> Iterator[str]:
    """Yield the paths of what something needs, and what a link leads to."""
    if entry.get("link"):
        target = entry.get("resolved")
        if isinstance(target, str) and target in entries:
            yield target
        return
    own = not (path.startswith("node_modules/") or "/node_modules/" in path)
    for section in (*_NEEDS, "devDependencies") if own else _NEEDS:
        listed = entry.get(section)
        for name in listed if isinstance(listed, dict) else ():
            found = resolved(entries, path, name)
            if found is not None:
                yield found


def resolved(entries: Mapping[str, Any], path: str, name: str) -> str | None:
    """Return the path that a module's name means for what is at a path, None where there is none."""
    here = path
    while True:
        if not here.endswith("node_modules") and here.rpartition("/")[2] != "node_modules":
            there = f"{here}/node_modules/{name}" if here else f"node_modules/{name}"
            if there in entries:
                return there
        if not here:
            return None
        here = here.rpartition("/")[0]
