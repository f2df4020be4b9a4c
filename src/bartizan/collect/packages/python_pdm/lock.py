"""A `pdm.lock` as packages; which groups a package is for it tells since PDM 2.11."""

from __future__ import annotations

from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, rows, word_or_none
from bartizan.collect.package import Package
from bartizan.collect.packages.python_manifest.locked import Locked, asked_by, connect, entries, hashes, named, numbered
from bartizan.collect.packages.python_manifest.origin import purl_from
from bartizan.collect.packages.python_manifest.project import Project, project
from bartizan.collect.packages.python_manifest.requirement import parsed
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock with its manifest."""
    lock = opened(tree, unit.root)
    locks = [lock, *(opened(tree, file) for file in unit.files if file != unit.root)]
    told = project(locks[1]) if len(locks) > 1 else None
    lines = numbered(lock)
    data = lock.toml()
    running = _running(told)
    found: list[Locked] = []
    groups: dict[int, bool] = {}
    for entry in entries(lock, data, "package"):
        try:
            made = _locked(lock, entry, lines)
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.", about="package")
        else:
            found.append(made)
            listed = entry.get("groups")
            if isinstance(listed, list) and listed:
                groups[id(made.package)] = not any(group in running for group in listed if isinstance(group, str))
    _old_hashes(data, found)
    packages = connect(found, *asked_by(told))
    for package in packages:
        package.development = groups.get(id(package), package.development)
    return reading(packages, [gap for each in locks for gap in each.gaps])


def _running(told: Project | None) -> set[str]:
    """Return the groups that are needed to run: `default`, and the extras of the project."""
    extras = {wish.group for wish in told.wishes if wish.group and not wish.development} if told else set()
    return {"default", *extras}


def _locked(lock: LockFile, entry: Any, lines: dict[str, int]) -> Locked:
    entry, written, name = named(entry)
    needs = []
    for text in rows(entry.get("dependencies"), "dependencies"):
        if isinstance(text, str):
            asked = parsed(text)
            needs.append((asked.name, asked.version if isinstance(asked.version, str) else None))
    if "path" in entry:
        return Locked(name, None, needs)
    known = word_or_none(entry.get("version"))
    version = known or Unknown("the lock tells no version")
    git, url = (word_or_none(entry.get(key)) or "" for key in ("git", "url"))
    package = Package(
        ecosystem="PyPI",
        name=name,
        version=version,
        place=lock.place(lines.get(f"{written}@{known}") or lines.get(written)),
        checksums=hashes(entry.get("files")),
        purl=purl_from(name, version, vcs=f"git+{git}@{entry.get('revision')}" if git else "", url=url),
    )
    return Locked(name, package, needs)


def _old_hashes(data: dict[str, Any], found: list[Locked]) -> None:
    """Take the checksums from where locks before version 4 list them: by name and version, apart from the packages."""
    metadata = data.get("metadata")
    files = metadata.get("files") if isinstance(metadata, dict) else None
    if isinstance(files, dict):
        for each in found:
            if each.package is not None and not each.package.checksums:
                each.package.checksums = hashes(files.get(f"{each.package.name} {each.package.version}"))
