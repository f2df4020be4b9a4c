"""`obj/project.assets.json`: what a restore resolved for a project."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.lockfile import LockFile, Misshapen, table, word_or_none
from bartizan.collect.package import Package
from bartizan.collect.packages.dotnet.lock import digest

LINES = re.compile(r'"([^"\s]+/[^"\s]+)"\s*:\s*\{')


def packages(lock: LockFile) -> list[Package]:
    """Return the packages of all targets; those asked for with private assets alone are for development."""
    data = lock.json()
    found: dict[str, Package] = {}
    for package in lock.shaped(lambda: libraries(lock, data.get("libraries"), {"package"})):
        found.setdefault(package.address.replace("@", "/").lower(), package)
    edges: dict[str, set[str]] = {}
    for _, target in lock.shaped(lambda: list(table(data.get("targets"), "targets").items())):
        for key, needs in lock.shaped(partial(_edges, target)):
            edges.setdefault(key, set()).update(needs)
    asked = lock.shaped(lambda: list(_asked(data)))
    names = {name for name, _ in asked}
    direct = {key for key in found if key.partition("/")[0] in names}
    private = {name for name, development in asked if development}
    running = {key for key in direct if key.partition("/")[0] not in private}
    projects = {key for key in edges if key not in found}
    direct |= {need for key in projects for need in edges[key] if need.partition("/")[0] in names}
    running |= {need for key in projects for need in edges[key]}
    relate(found, edges, direct, running)
    return list(found.values())


def libraries(lock: LockFile, value: Any, kinds: set[str]) -> Iterator[Package]:
    """Yield the libraries of some kinds: `NAME/VERSION` with what they are."""
    lines = lock.lines(LINES)
    for key, entry in table(value, "libraries").items():
        entry = table(entry, key)
        if word_or_none(entry.get("type")) not in kinds:
            continue
        name, slash, version = key.rpartition("/")
        if not slash or not name or not version:
            raise Misshapen(f"`{key}` is not a name and a version")
        yield Package(
            ecosystem="NuGet",
            name=name.removeprefix("runtimepack."),
            version=version,
            place=lock.place(lines.get(key)),
            checksums=digest(entry.get("sha512")),
        )


def _edges(target: Any) -> Iterator[tuple[str, set[str]]]:
    """Yield who needs whom in one target."""
    entries = table(target, "a target")
    there = {key.rpartition("/")[0].lower(): key.lower() for key in entries}
    for key, entry in entries.items():
        needs = entry.get("dependencies") if isinstance(entry, dict) else None
        names = [need.lower() for need in needs] if isinstance(needs, dict) else []
        yield key.lower(), {there[name] for name in names if name in there}


def _asked(data: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    frameworks = table(table(data.get("project"), "project").get("frameworks"), "frameworks")
    for framework in frameworks.values():
        for name, said in table(table(framework, "a framework").get("dependencies"), "dependencies").items():
            private = word_or_none(said.get("suppressParent")) if isinstance(said, dict) else None
            yield name.lower(), private == "All"
