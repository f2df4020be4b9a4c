"""A `pnpm-lock.yaml` as packages.

What a package is called differs by version: `/name/1.0.0_peers` in 5, `/name@1.0.0(peers)` in 6, `name@1.0.0(peers)`
in 9, where who needs whom stands apart, in `snapshots`. One package with several sets of peers is one package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, table, word_or_none
from bartizan.collect.package import Package
from bartizan.collect.packages.javascript_manifest.specifier import checksums, is_name, public, purl_from
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_VERSION = re.compile(r"v?\d+\.\d+\.\d+")
_SECTIONS = {"dependencies": False, "optionalDependencies": False, "devDependencies": True}
_OLD_KEY = re.compile(r"(?:[^/@][^/]*\.[^/]*/)?((?:@[^/]+/)?[^/]+)/([^/]+)$")


@dataclass(slots=True)
class _Lock:
    """The documents of a lock, as one."""

    version: str = ""
    importers: dict[str, dict[str, Any]] = field(default_factory=dict)
    packages: dict[str, dict[str, Any]] = field(default_factory=dict)
    snapshots: dict[str, dict[str, Any]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def entries(self) -> dict[str, dict[str, Any]]:
        """Return what there is, by what importers and packages call it."""
        return self.snapshots or self.packages


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock."""
    lock = opened(tree, unit.root)
    found = _Lock()
    for value, spots in _documents(lock):
        lock.shaped(partial(_take, found, value, spots))
    return reading(_packages(lock, found), lock.gaps)


def _documents(lock: LockFile) -> Iterator[tuple[dict[str, Any], Mapping[str, tuple[int, int]]]]:
    """Yield the documents of a lock: since version 10, pnpm may keep what it itself needs in one before the other."""
    from bartizan.collect.yaml import YamlError, documents  # loaded where such a file is met

    if not lock.readable:
        return
    count = 0
    try:
        for document in documents(lock.text):
            count += 1
            if isinstance(document.value, dict):
                yield document.value, document.spots
            else:
                lock.gap(
                    "The file holds no mapping, so it is no lock; write it anew with `pnpm install`.", document.line
                )
    except YamlError as error:
        lock.gap(f"The file is not YAML that can be read: {error.why}.", error.line, error.column)
    else:
        if not count:
            lock.gap("The file is empty; write it anew with `pnpm install`.")


def _take(found: _Lock, value: dict[str, Any], spots: Mapping[str, tuple[int, int]]) -> Iterator[None]:
    found.version = str(value.get("lockfileVersion", found.version))
    importers = table(value.get("importers"), "importers")
    if not importers and any(section in value for section in _SECTIONS):
        importers = {".": value}
    found.importers |= {path: each for path, each in importers.items() if isinstance(each, dict)}
    for kind, into in (("packages", found.packages), ("snapshots", found.snapshots)):
        for key, entry in table(value.get(kind), kind).items():
            into[key] = table(entry, f"`{key[:80]}`")
            found.lines.setdefault(key, spots.get(f"{kind}/{key}", (1, 1))[0])
    yield


def _packages(lock: LockFile, found: _Lock) -> list[Package]:
    packages: dict[str, Package] = {}
    for key in found.entries:
        try:
            made = _package(lock, found, key)
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.", found.lines.get(key, 0), about=key[:80])
        else:
            packages |= {key: made} if made is not None else {}
    packages |= _unlisted(lock, found)
    edges = {key: set(_needs(found, entry, tuple(_SECTIONS)[:2])) for key, entry in found.entries.items()}
    asked: set[str] = set()
    running: set[str] = set()
    for importer in found.importers.values():
        for section, development in _SECTIONS.items():
            needs = set(_needs(found, importer, (section,)))
            asked |= needs
            running |= set() if development else needs
    relate(packages, edges, asked if found.importers else None, running if found.importers else None)
    return list(packages.values())


def _unlisted(lock: LockFile, found: _Lock) -> dict[str, Package]:
    """Return what importers have that is missing among the packages of a damaged lock."""
    missing: dict[str, Package] = {}
    for importer in found.importers.values():
        for section in _SECTIONS:
            listed = importer.get(section)
            for name, reference in listed.items() if isinstance(listed, dict) else ():
                told = reference.get("version") if isinstance(reference, dict) else reference
                version = re.split(r"[(_]", told)[0] if isinstance(told, str) else ""
                if _VERSION.match(version) and is_name(name) and not list(_needs(found, importer, (section,), name)):
                    found.entries[f"{name}@{told}"] = {}
                    missing[f"{name}@{told}"] = Package(
                        ecosystem="npm", name=name, version=version, place=lock.place(None), modules=(name,)
                    )
    return missing


def _needs(found: _Lock, entry: dict[str, Any], sections: tuple[str, ...], only: str = "") -> Iterator[str]:
    for section in sections:
        listed = entry.get(section)
        for name, reference in listed.items() if isinstance(listed, dict) else ():
            if only and name != only:
                continue
            if isinstance(reference, dict):
                reference = reference.get("version")
            candidates = (f"/{name}/{reference}", f"/{name}@{reference}", f"{name}@{reference}", str(reference))
            yield from [each for each in candidates if each in found.entries][:1]


def _package(lock: LockFile, found: _Lock, key: str) -> Package | None:
    bare = key.partition("(")[0]
    entry = found.packages.get(bare) if found.snapshots else found.packages.get(key)
    entry = entry or {}
    resolution = entry.get("resolution")
    resolution = resolution if isinstance(resolution, dict) else {}
    name, version = _identity(bare, entry, found.version)
    if "directory" in resolution or (version.startswith(("link:", "file:")) and "tarball" not in resolution):
        return None  # a part of the project
    if not is_name(name):
        raise Misshapen(f"`{key[:80]}` is no package")
    origin = _origin(resolution)
    place = public(origin or version)
    known = version if _VERSION.match(version) else Unknown(f"it comes from {place[:80]}, which tells no version")
    return Package(
        ecosystem="npm",
        name=name,
        version=known,
        place=lock.place(found.lines.get(bare) or found.lines.get(key)),
        checksums=checksums(resolution.get("integrity")),
        modules=(name,),
        purl=purl_from(name, known, origin),
    )


def _identity(key: str, entry: dict[str, Any], version: str) -> tuple[str, str]:
    """Return name and version that a key tells; what is not from a registry has them beside it."""
    told, numbered = word_or_none(entry.get("name")), word_or_none(entry.get("version"))
    name, found = "", ""
    body = key.removeprefix("/")
    at = body.find("@", 1)
    if version.startswith("5") or at < 0:
        old = _OLD_KEY.match(body)
        name, found = (old[1], old[2].partition("_")[0]) if old else ("", body)
    else:
        name, found = body[:at], body[at + 1 :]
    return told or name, numbered or found


def _origin(resolution: dict[str, Any]) -> str:
    tarball = word_or_none(resolution.get("tarball"))
    if tarball:
        return tarball
    repository = word_or_none(resolution.get("repo"))
    return f"git+{repository}#{resolution.get('commit')}" if repository else ""
