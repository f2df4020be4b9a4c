"""Installed JavaScript packages of one project, or of all users."""

from __future__ import annotations

import json
import re
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, opened, reading, word_or_none
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.javascript_manifest.specifier import is_name
from bartizan.collect.packages.npm_lock.lock import resolved
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap

_GLOBAL = re.compile(r"(?:^|/)lib$")
"""Where npm installs for all users: in the `node_modules` of a `lib`."""
_STORED = re.compile(r"(?:^|/)node_modules/\.(?:pnpm|bun|store)/")
"""Where pnpm, Bun and Yarn keep packages that they then link to."""
_NEEDS = ("dependencies", "optionalDependencies", "peerDependencies")
_VERSION = re.compile(r'"version"[ \t]*:')
Entries = dict[str, dict[str, Any]]


def read(unit: Unit, tree: Tree) -> Reading:
    """Read what is installed."""
    home = unit.root.removesuffix("node_modules").rstrip("/")
    own = f"{home}/package.json" if home else "package.json"
    hidden: dict[str, Any] = {}
    project: dict[str, Any] | None = None
    entries: Entries = {}
    packages: dict[str, Package] = {}
    gaps: list[Gap] = []
    for file in unit.files:
        if file.endswith(".package-lock.json"):
            hidden |= _flags(tree, file, gaps)
            continue
        lock = opened(tree, file)
        data = lock.json()
        path = file.removesuffix("/package.json") if file != own else home
        if file == own:
            project = data if lock.readable and not lock.gaps else None
        else:
            made = _package(lock, path, data)
            packages |= {path: made} if made is not None else {}
        entries[path] = data
        gaps += lock.gaps
    if any(_STORED.search(file) for file in unit.files):
        for package in packages.values():
            package.needed_by = NOT_TOLD  # links tell it, and links are not followed
    else:
        _connect(packages, entries, home, project)
    for path, package in packages.items():
        if path in hidden:
            package.development = hidden[path]
    return reading(packages.values(), gaps)


def _flags(tree: Tree, file: str, gaps: list[Gap]) -> dict[str, bool]:
    """Return which paths npm noted as being for development, in the lock it keeps among what it installed."""
    try:
        data = json.loads(tree.text(file))
    except (Unreadable, ValueError, RecursionError):
        gaps.append(Gap(file, "What npm noted of its installation cannot be read; install anew."))
        return {}
    listed = data.get("packages") if isinstance(data, dict) else None
    home = file.removesuffix("node_modules/.package-lock.json")
    entries = listed.items() if isinstance(listed, dict) else ()
    return {f"{home}{path}": entry.get("dev") is True for path, entry in entries if isinstance(entry, dict)}


def _package(lock: LockFile, path: str, data: dict[str, Any]) -> Package | None:
    """Return the package at a path; None, with a gap, where its manifest does not tell what it is."""
    if not lock.readable or lock.gaps:
        return None
    module = path.rpartition("node_modules/")[2]
    name, version = word_or_none(data.get("name")) or module, word_or_none(data.get("version"))
    if version is None or not is_name(name):
        lock.gap("The installed package tells no name or no version; install it anew.", about=path)
        return None
    found = _VERSION.search(lock.text)
    return Package(
        ecosystem="npm",
        name=name,
        version=version.removeprefix("v").removeprefix("="),
        place=lock.place(lock.text.count("\n", 0, found.start()) + 1 if found else 1),
        licenses=tuple(_licenses(data)),
        modules=(module,),
    )


def _licenses(data: dict[str, Any]) -> list[str]:
    listed = [data.get("license"), *(data["licenses"] if isinstance(data.get("licenses"), list) else ())]
    named = [each.get("type") if isinstance(each, dict) else each for each in listed]
    return [each for each in map(word_or_none, named) if each]


def _connect(packages: dict[str, Package], entries: Entries, home: str, project: dict[str, Any] | None) -> None:
    edges = {path: set(_needs(entries, path, data, _NEEDS)) for path, data in entries.items()}
    if project is not None:
        asked = set(_needs(entries, home, project, (*_NEEDS, "devDependencies")))
        running = set(_needs(entries, home, project, _NEEDS))
        relate(packages, edges, asked, running)
    elif _GLOBAL.search(home):
        start = len(home) + 1 if home else 0
        relate(packages, edges, {path for path in packages if path.count("node_modules/", start) == 1}, None)
    else:
        relate(packages, edges, None, None)


def _needs(entries: Entries, path: str, data: dict[str, Any], sections: tuple[str, ...]) -> list[str]:
    found = []
    for section in sections:
        listed = data.get(section)
        for name in listed if isinstance(listed, dict) else ():
            target = resolved(entries, path, name)
            if target is not None:
                found.append(target)
    return found
