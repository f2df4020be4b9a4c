"""A `Cargo.lock` as packages, with what the manifests of its workspace ask for.

Source: https://doc.rust-lang.org/cargo/reference (the manifest) and Cargo's own `Cargo.lock` of versions 1 to 4.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, rows, table, word, word_or_none
from bartizan.collect.package import Package
from bartizan.collect.packages.rust.manifest import Manifest, declared, manifest
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.place import Gap

_LINES = re.compile(r'^name = "([^"]+)"\s*\r?\nversion = "([^"]+)"', re.MULTILINE)
_CENTRAL = ("registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/")
_HEX = re.compile(r"[0-9a-f]{64}$")


@dataclass(frozen=True, slots=True)
class Crate:
    """An entry of the lock."""

    name: str
    version: str
    source: str | None
    """None for a part of the project."""
    needs: tuple[str, ...]
    """As written: `name`, `name version` or `name version (source)`."""
    checksum: str | None

    @property
    def key(self) -> str:
        """Return what it is called here: crates of one name and version may come from several sources."""
        return f"{self.name} {self.version} ({self.source})" if self.source else f"{self.name} {self.version}"


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock with its manifests, or a manifest alone."""
    gaps: list[Gap] = []
    manifests = [manifest(opened(tree, file), gaps) for file in unit.files if file.endswith("Cargo.toml")]
    if unit.root.endswith("Cargo.toml"):
        return reading(declared(manifests[0]), gaps)
    lock = opened(tree, unit.root)
    crates = _crates(lock)
    packages = _packages(lock, crates)
    index = _index(crates)
    edges = {crate.key: {key for need in crate.needs for key in index.get(need, ())} for crate in crates}
    _judge(packages, edges, crates, manifests)
    return reading(packages.values(), [*lock.gaps, *gaps])


def _crates(lock: LockFile) -> list[Crate]:
    data = lock.toml()
    checksums: dict[str, Any] = {}
    crates: list[Crate] = []
    for old in lock.shaped(lambda: [table(data.get("metadata"), "metadata")]):
        checksums = old  # version 1 keeps them apart
    entries = lock.shaped(lambda: rows(data.get("package"), "package"))
    root = data.get("root")
    for entry in [*([root] if isinstance(root, dict) else []), *entries]:
        try:
            crates.append(_crate(entry, checksums))
        except Misshapen as error:
            lock.gap(f"An entry is left out: {error}.")
    return crates


def _crate(entry: Any, checksums: dict[str, Any]) -> Crate:
    entry = table(entry, "a package")
    name, version = word(entry.get("name"), "a name"), word(entry.get("version"), "a version")
    source = word_or_none(entry.get("source"))
    checksum = entry.get("checksum") or checksums.get(f"checksum {name} {version} ({source})")
    needs = tuple(word(need, "a dependency") for need in rows(entry.get("dependencies"), "dependencies"))
    known = checksum if isinstance(checksum, str) and _HEX.match(checksum) else None
    return Crate(name, version, source, needs, known)


def _packages(lock: LockFile, crates: list[Crate]) -> dict[str, Package]:
    lines = lock.lines(_LINES)
    return {
        crate.key: Package(
            ecosystem="crates.io",
            name=crate.name,
            version=crate.version,
            place=lock.place(lines.get(f"{crate.name}@{crate.version}")),
            checksums=(f"sha256:{crate.checksum}",) if crate.checksum else (),
            purl=_purl(crate),
        )
        for crate in crates
        if crate.source
    }


def _purl(crate: Crate) -> str:
    """Return the package URL of a crate that is not from crates.io, with where it is from; else nothing."""
    source = crate.source or ""
    if source.startswith(_CENTRAL):
        return ""
    from packageurl import PackageURL  # loaded where it is needed

    name = "vcs_url" if source.startswith("git+") else "repository_url"
    return PackageURL("cargo", None, crate.name, crate.version, {name: source}).to_string()


def _index(crates: list[Crate]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for crate in crates:
        for said in {crate.name, f"{crate.name} {crate.version}", f"{crate.name} {crate.version} ({crate.source})"}:
            found[said].append(crate.key)
    return found


def _judge(
    packages: dict[str, Package], edges: dict[str, set[str]], crates: list[Crate], manifests: list[Manifest]
) -> None:
    by_name = {each.name: each for each in manifests if each.name}
    direct: set[str] = set()
    production: set[str] = set()
    uncertain: set[str] = set()
    names = {crate.key: crate.name for crate in crates}
    inner = dict(edges)
    for crate in crates:
        if crate.source:
            continue
        asked = edges[crate.key]
        direct |= asked
        if told := by_name.get(crate.name):
            running = {key for key in asked if names[key] in told.running}
        else:
            running, uncertain = set(), uncertain | asked
        production |= running
        inner[crate.key] = running  # of a part of the project, others need only what it runs with
    relate(packages, inner, direct, production, uncertain)
    for key in direct & set(packages):
        packages[key].direct = True
