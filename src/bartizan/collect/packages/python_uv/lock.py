"""A `uv.lock` as packages: it tells all there is to know, for every member of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, rows, table, word, word_or_none
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.python_manifest.locked import entries, hashes, named, numbered
from bartizan.collect.packages.python_manifest.origin import purl_from
from bartizan.collect.packages.python_manifest.requirement import normal, public
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_OWN = ("editable", "virtual", "directory")
_RUNNING = frozenset({"main", "default", "prod", "production", "deploy", "server", "runtime"})
Need = tuple[str, str | None, str | None]
"""Name, version and source of a package that is needed; the latter two only where there are several."""


@dataclass(slots=True)
class _Entry:
    """An entry of the lock."""

    name: str
    version: str | None
    source: str
    package: Package | None
    """None for a member of the workspace."""
    needs: list[Need] = field(default_factory=list)
    develops: list[Need] = field(default_factory=list)


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock."""
    lock = opened(tree, unit.root)
    data = lock.toml()
    lines = numbered(lock)
    found: list[_Entry] = []
    for entry in entries(lock, data, "package"):
        try:
            found.append(_entry(lock, entry, lines))
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.", about="package")
    asked = [need for part in lock.shaped(lambda: [_manifest(data)]) for need in part]
    return reading(_connect(found, asked), lock.gaps)


def _entry(lock: LockFile, entry: Any, lines: dict[str, int]) -> _Entry:
    entry, written, name = named(entry)
    source = table(entry.get("source"), f"the source of {name}")
    version = word_or_none(entry.get("version"))
    needs = list(_needs(entry.get("dependencies")))
    for extra in table(entry.get("optional-dependencies"), "optional-dependencies").values():
        needs += _needs(extra)
    develops: list[Need] = []
    for group, asked in table(entry.get("dev-dependencies"), "dev-dependencies").items():
        (needs if group in _RUNNING else develops).extend(_needs(asked))
    made = _Entry(name, version, _source(source), None, needs, develops)
    if not any(key in source for key in _OWN):
        line = lines.get(f"{written}@{version}") or lines.get(written)
        made.package = _package(lock, entry, name, source, line)
    return made


def _package(lock: LockFile, entry: dict[str, Any], name: str, source: dict[str, Any], line: int | None) -> Package:
    known = word_or_none(entry.get("version"))
    version = known or Unknown("it is worked out when the package is built")
    sdist = entry.get("sdist")
    files = [sdist, *rows(entry.get("wheels"), "wheels")]
    git, url, index = (word_or_none(source.get(key)) or "" for key in ("git", "url", "registry"))
    return Package(
        ecosystem="PyPI",
        name=name,
        version=version,
        place=lock.place(line),
        checksums=hashes(files),
        purl=purl_from(name, version, vcs=_repository(git), url=url, index=index if "://" in index else ""),
    )


def _repository(git: str) -> str:
    """Return a repository with its commit, written here as `URL?rev=main#COMMIT`."""
    commit = git.partition("#")[2]
    url = public(git.partition("#")[0])
    return f"git+{url}@{commit}" if commit else f"git+{url}" if url else ""


def _needs(value: Any) -> Iterator[Need]:
    for each in rows(value, "dependencies"):
        need = table(each, "a dependency")
        source = table(need.get("source"), "a source") if "source" in need else None
        yield (
            normal(word(need.get("name"), "a name")),
            word_or_none(need.get("version")),
            _source(source) if source is not None else None,
        )


def _source(source: dict[str, Any]) -> str:
    return ";".join(f"{key}={value}" for key, value in sorted(source.items(), key=str))


def _manifest(data: dict[str, Any]) -> list[tuple[Need, bool]]:
    """Return what is asked for where there is no project, and whether for development."""
    manifest = table(data.get("manifest"), "[manifest]")
    asked = [(need, False) for need in _needs(manifest.get("requirements"))]
    for group, needs in table(manifest.get("dependency-groups"), "dependency-groups").items():
        asked += [(need, group not in _RUNNING) for need in _needs(needs)]
    return asked


def _connect(found: list[_Entry], asked: list[tuple[Need, bool]]) -> list[Package]:
    by_name: dict[str, list[int]] = {}
    for number, entry in enumerate(found):
        by_name.setdefault(entry.name, []).append(number)

    def meant(need: Need) -> set[str]:
        name, version, source = need
        numbers = by_name.get(name, [])
        fitting = [
            number
            for number in numbers
            if version in (None, found[number].version) and source in (None, found[number].source)
        ]
        return set(map(str, fitting or numbers))

    edges = {str(number): set().union(*map(meant, entry.needs)) for number, entry in enumerate(found)}
    packages = {str(number): entry.package for number, entry in enumerate(found) if entry.package is not None}
    own = [(number, entry) for number, entry in enumerate(found) if entry.package is None]
    running = set().union(*(edges[str(number)] for number, _ in own), *(meant(need) for need, dev in asked if not dev))
    developing = set().union(*(meant(need) for _, entry in own for need in entry.develops),
                             *(meant(need) for need, dev in asked if dev))  # fmt: skip
    told = bool(own or asked)
    relate(packages, edges, running | developing if told else None, running if told else None)
    if not told:
        for package in packages.values():
            package.direct = package.development = NOT_TOLD
    return list(packages.values())
