"""A lock file of PEP 751 as packages."""

from __future__ import annotations

from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, rows, table, word, word_or_none
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.python_manifest.locked import Locked, asked_by, connect, entries, named, numbered
from bartizan.collect.packages.python_manifest.marker import holds
from bartizan.collect.packages.python_manifest.origin import purl_from
from bartizan.collect.packages.python_manifest.project import develops, project
from bartizan.collect.packages.python_manifest.requirement import normal
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Truth, Unknown


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock; what the project itself asks for, its `pyproject.toml` tells."""
    lock = opened(tree, unit.root)
    locks = [lock, *(opened(tree, file) for file in unit.files if file != unit.root)]
    told = project(locks[1]) if len(locks) > 1 else None
    data = lock.toml()
    lines = numbered(lock)
    running, edges = _asked(lock, data), False
    found: list[Locked] = []
    for entry in entries(lock, data, "packages"):
        try:
            made = _locked(lock, entry, lines, running)
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.", about="package")
        else:
            found.append(made)
            edges |= bool(made.needs)
    kept = {id(each.package): each.package.development for each in found if each.package is not None}
    packages = connect(found, asked_by(told)[0], None)
    for package in packages:
        package.development = kept[id(package)]
        if not edges:  # the list of who needs whom is optional
            package.needed_by = NOT_TOLD
    return reading(packages, [gap for each in locks for gap in each.gaps])


def _asked(lock: LockFile, data: dict[str, Any]) -> tuple[set[str], set[str]]:
    """Return the extras and groups that are installed to run: those by default, and extras that are not for tests."""

    def texts(key: str) -> set[str]:
        return {normal(each) for each in lock.shaped(lambda: rows(data.get(key), key)) if isinstance(each, str)}

    groups = {each for each in texts("default-groups") if not develops(each)}
    return {each for each in texts("extras") if not develops(each)}, groups


def _locked(lock: LockFile, entry: Any, lines: dict[str, int], running: tuple[set[str], set[str]]) -> Locked:
    entry, written, name = named(entry)
    needs = []
    for each in rows(entry.get("dependencies"), "dependencies"):
        need = table(each, "a dependency")
        if "name" in need:
            needs.append((normal(word(need["name"], "a name")), word_or_none(need.get("version"))))
    if "directory" in entry:
        return Locked(name, None, needs)
    known = word_or_none(entry.get("version"))
    version = known or Unknown("it is worked out when the package is built")
    vcs, archive = (table(entry.get(key), key) for key in ("vcs", "archive"))
    git = word_or_none(vcs.get("url")) or ""
    package = Package(
        ecosystem="PyPI",
        name=name,
        version=version,
        place=lock.place(lines.get(f"{written}@{known}") or lines.get(written)),
        development=_development(entry.get("marker"), running),
        checksums=_hashes(entry),
        purl=purl_from(
            name,
            version,
            vcs=f"{vcs.get('type', 'git')}+{git}@{vcs.get('commit-id')}" if git else "",
            url=word_or_none(archive.get("url")) or "",
            index=word_or_none(entry.get("index")) or "",
        ),
    )
    return Locked(name, package, needs)


def _development(marker: Any, running: tuple[set[str], set[str]]) -> bool:
    """Return whether an entry is only installed with an extra or a group that is not needed to run."""
    asks = isinstance(marker, str) and ("dependency_groups" in marker or "extras" in marker)
    return asks and holds(marker, *running) is Truth.NO


def _hashes(entry: dict[str, Any]) -> tuple[str, ...]:
    files = [entry.get("sdist"), entry.get("archive"), *rows(entry.get("wheels"), "wheels")]
    found = [file["hashes"] for file in files if isinstance(file, dict) and isinstance(file.get("hashes"), dict)]
    return tuple(
        dict.fromkeys(f"{kind}:{value}" for each in found for kind, value in each.items() if isinstance(value, str))
    )
