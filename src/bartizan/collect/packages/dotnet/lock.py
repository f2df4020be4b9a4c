"""`packages.lock.json`: the packages of each framework a project is built for."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.lockfile import LockFile, table, word, word_or_none
from bartizan.collect.package import Package

_LINES = re.compile(r'"([^"\s]+)"\s*:\s*\{')


def packages(lock: LockFile) -> list[Package]:
    """Return the packages of a lock; those of one name may differ between frameworks."""
    data = lock.json()
    lines = lock.lines(_LINES)
    frameworks = lock.shaped(lambda: list(table(data.get("dependencies"), "dependencies").items()))
    return [each for name, entries in frameworks for each in _framework(lock, name, entries, lines)]


def _framework(lock: LockFile, framework: str, entries: Any, lines: dict[str, int]) -> list[Package]:
    listed = lock.shaped(lambda: list(table(entries, framework).items()))
    found: dict[str, Package] = {}
    edges: dict[str, set[str]] = {}
    direct: set[str] = set()
    for name, entry in listed:
        needs = entry.get("dependencies") if isinstance(entry, dict) else None
        edges[name.lower()] = {need.lower() for need in needs} if isinstance(needs, dict) else set()
        for package in lock.each([(name, entry)], lambda each: _package(lock, *each, lines)):
            found[name.lower()] = package
            if table(entry, name).get("type") == "Direct":
                direct.add(name.lower())
    relate(found, edges, direct, None)
    return list(found.values())


def _package(lock: LockFile, name: str, entry: Any, lines: dict[str, int]) -> Iterator[Package]:
    """Yield a package; a project of the same solution is none."""
    entry = table(entry, name)
    if entry.get("type") == "Project":
        return
    yield Package(
        ecosystem="NuGet",
        name=word(name, "a name"),
        version=word(entry.get("resolved"), f"the version of {name}"),
        place=lock.place(lines.get(name)),
        checksums=digest(entry.get("contentHash")),
    )


def digest(value: Any) -> tuple[str, ...]:
    """Return a SHA-512 in base64, perhaps with its name before it, as a checksum; none where it is none."""
    written = word_or_none(value) or ""
    try:
        data = base64.b64decode(written.removeprefix("sha512-"), validate=True)
    except (binascii.Error, ValueError):
        return ()
    return (f"sha512:{data.hex()}",) if len(data) == 64 else ()
