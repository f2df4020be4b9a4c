"""A `poetry.lock` as packages.

Poetry wrote down for what a package is needed until 1.4 (`category`) and does again since 2.1 (`groups`); for locks of
the versions between, the manifest beside the lock tells.
"""

from __future__ import annotations

import re
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, table, word, word_or_none
from bartizan.collect.package import Package
from bartizan.collect.packages.python_manifest.locked import Locked, asked_by, connect, entries, hashes, named, numbered
from bartizan.collect.packages.python_manifest.origin import purl_from
from bartizan.collect.packages.python_manifest.project import project
from bartizan.collect.packages.python_manifest.requirement import normal
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree

_RUNNING = frozenset({"main", "default", "prod", "production"})
_EXTRA = re.compile(r"extra\s*==")


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock with its manifest."""
    lock = opened(tree, unit.root)
    locks = [lock, *(opened(tree, file) for file in unit.files if file != unit.root)]
    told = project(locks[1]) if len(locks) > 1 else None
    data = lock.toml()
    old = _old_files(data)
    lines = numbered(lock)
    found: list[Locked] = []
    groups: dict[int, bool] = {}
    for entry in entries(lock, data, "package"):
        try:
            made = _locked(lock, entry, lines, old)
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.", about="package")
        else:
            found.append(made)
            if (development := _development(entry)) is not None:
                groups[id(made.package)] = development
    packages = connect(found, *asked_by(told))
    for package in packages:
        package.development = groups.get(id(package), package.development)
    return reading(packages, [gap for each in locks for gap in each.gaps])


def _old_files(data: dict[str, Any]) -> dict[str, Any]:
    """Return the files of each package as locks of Poetry 1.0 to 1.2 list them, apart from the packages."""
    metadata = data.get("metadata")
    files = metadata.get("files") if isinstance(metadata, dict) else None
    return files if isinstance(files, dict) else {}


def _development(entry: dict[str, Any]) -> bool | None:
    groups = entry.get("groups")
    if isinstance(groups, list) and groups:
        return not any(group in _RUNNING for group in groups if isinstance(group, str))
    category = entry.get("category")
    return category != "main" if isinstance(category, str) else None


def _locked(lock: LockFile, entry: Any, lines: dict[str, int], old: dict[str, Any]) -> Locked:
    entry, written, name = named(entry)
    version = word(entry.get("version"), f"the version of {name}")
    needs: list[tuple[str, str | None]] = [
        (normal(need), None) for need, how in table(entry.get("dependencies"), "dependencies").items() if _sure(how)
    ]
    source = table(entry.get("source"), f"the source of {name}")
    kind = source.get("type")
    if kind == "directory":
        return Locked(name, None, needs)
    url = word_or_none(source.get("url")) or ""
    package = Package(
        ecosystem="PyPI",
        name=name,
        version=version,
        place=lock.place(lines.get(f"{written}@{version}")),
        checksums=hashes(entry.get("files") or old.get(written)),
        purl=purl_from(
            name,
            version,
            vcs=f"git+{url}@{source.get('resolved_reference') or source.get('reference')}" if kind == "git" else "",
            url=url if kind in ("url", "file") else "",
            index=url if kind == "legacy" else "",
        ),
    )
    return Locked(name, package, needs)


def _sure(how: Any) -> bool:
    """Return whether a package needs another whatever extras are asked for."""
    ways = how if isinstance(how, list) else [how]
    return not all(isinstance(way, dict) and _EXTRA.search(str(way.get("markers", ""))) for way in ways) or not ways
