"""A `Pipfile.lock` as packages, and a `Pipfile` alone; who needs whom neither tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, rows, table, word_or_none
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.python_manifest.origin import purl_from
from bartizan.collect.packages.python_manifest.requirement import normal, pinned
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.collect.written import Written
from bartizan.core.place import Place
from bartizan.core.truth import Unknown

_CATEGORIES = {"packages": "default", "dev-packages": "develop"}
"""Tables of a `Pipfile` and what the lock calls them; other categories have one name in both."""
_NOT_CATEGORIES = frozenset({"_meta", "source", "requires", "scripts", "pipenv", "pipfile", "build-system"})
_RUNNING = frozenset({"default", "prod", "production", "main", "deploy", "server", "runtime"})
_KEY = re.compile(r'^[ \t]{0,40}"([A-Za-z0-9][A-Za-z0-9._-]{0,200})"[ \t]*:[ \t]*\{', re.MULTILINE)
_HASH = re.compile(r"[a-z0-9]{2,10}:[0-9a-f]{32,128}$")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*$")


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock with its manifest, or a manifest alone."""
    if unit.root.endswith("Pipfile"):
        manifest = opened(tree, unit.root)
        return reading(list(_manifest(manifest, manifest.toml())), manifest.gaps)
    lock = opened(tree, unit.root)
    locks = [lock, *(opened(tree, file) for file in unit.files if file != unit.root)]
    asked = _asked(locks[1].toml()) if len(locks) > 1 and locks[1].readable else None
    lines = lock.lines(_KEY)
    packages: list[Package] = []
    for category, listed in _categories(lock, lock.json()):
        wished = None if asked is None else asked.get(category, set())
        packages += lock.each(listed.items(), partial(_locked, lock, category, lines, wished))
    return reading(packages, [gap for each in locks for gap in each.gaps])


def _categories(lock: LockFile, data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for category, listed in data.items():
        if category not in _NOT_CATEGORIES:
            for each in lock.shaped(lambda: [table(listed, category)]):  # noqa: B023  # called at once
                yield category, each


def _asked(data: dict[str, Any]) -> dict[str, set[str]]:
    """Return the names that a `Pipfile` asks for, by the category of the lock."""
    return {
        _CATEGORIES.get(category, category): {normal(name) for name in listed}
        for category, listed in data.items()
        if category not in _NOT_CATEGORIES and isinstance(listed, dict)
    }


def _locked(
    lock: LockFile, category: str, lines: dict[str, int], asked: set[str] | None, item: tuple[str, Any]
) -> Iterator[Package]:
    written, value = item
    entry = table(value, f"`{written}`")
    name = normal(written)
    if "path" in entry or ("file" in entry and str(entry["file"]).startswith(".")):
        return  # a directory of the project
    if not _NAME.match(written):
        raise Misshapen(f"`{written[:80]}` is no name")
    git, url = (word_or_none(entry.get(key)) or "" for key in ("git", "file"))
    specifier = word_or_none(entry.get("version")) or ""
    version = (
        pinned(specifier, f"`{specifier[:80]}` is no version") if specifier else Unknown("the lock tells no version")
    )
    yield Package(
        ecosystem="PyPI",
        name=name,
        version=version,
        place=lock.place(lines.get(written)),
        direct=NOT_TOLD if asked is None else name in asked,
        development=category not in _RUNNING,
        needed_by=NOT_TOLD,
        checksums=tuple(
            each for each in rows(entry.get("hashes"), "hashes") if isinstance(each, str) and _HASH.match(each)
        ),
        purl=purl_from(name, version, vcs=f"git+{git}@{entry.get('ref')}" if git else "", url=url),
    )


def _manifest(lock: LockFile, data: dict[str, Any]) -> Iterator[Package]:
    lines = Written(lock.text)
    for category, listed in _categories(lock, data):
        for written, value in listed.items():
            if not _NAME.match(written):
                lock.gap(f"An entry is left out: `{written[:80]}` is no name.", about="package")
            elif not (isinstance(value, dict) and ("path" in value or "editable" in value)):
                line = lines.line(f"[{category}]", f"\n{written}")
                yield _wished(written, value, _CATEGORIES.get(category, category), lock.place(line))


def _wished(written: str, value: Any, category: str, place: Place) -> Package:
    specifier = value.get("version") if isinstance(value, dict) else value
    try:
        version = pinned(specifier, "") if isinstance(specifier, str) else Unknown("no version is asked for")
    except Misshapen:
        version = Unknown("what is asked for is no version")
    name = normal(written)
    git = word_or_none(value.get("git")) if isinstance(value, dict) else None
    return Package(
        ecosystem="PyPI",
        name=name,
        version=version,
        place=place,
        direct=True,
        development=category not in _RUNNING,
        purl=purl_from(name, version, vcs=f"git+{git}" if git else ""),
    )
