"""A `Gemfile.lock` as packages.

Its sections hold lines that are told apart by how far they are indented: four spaces a gem, six what it needs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, opened, reading
from bartizan.collect.package import Package
from bartizan.collect.packages.ruby.manifest import Asked, gems
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_SECTION = re.compile(r"[A-Z][A-Z ]*$")
_GEM = re.compile(r" {4}(\S+) \(([^)\s]+)\)$")
_NEED = re.compile(r" {6}([^\s(]+)")
_ASKED = re.compile(r" {2}([^\s(!]+)!?")
_SUM = re.compile(r" {2}(\S+) \(([^)]+)\) (sha256=[0-9a-f]{64}.*)$")
_SOURCES = ("GEM", "GIT", "PATH", "PLUGIN SOURCE")
_EXACT = re.compile(r"=?\s*(\d[\w.]*)$")


@dataclass(slots=True)
class Lock:
    """What a lock says."""

    packages: dict[str, Package] = field(default_factory=dict)
    needs: dict[str, set[str]] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    """Gems of the project itself."""
    asked: set[str] = field(default_factory=set)
    sums: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock with its manifest, or a manifest alone."""
    files = {file: opened(tree, file) for file in unit.files}
    manifest = next((lock for file, lock in files.items() if not file.endswith((".lock", ".locked"))), None)
    asked = gems(manifest) if manifest else None
    gaps = [gap for lock in files.values() for gap in lock.gaps]
    if manifest is not None and manifest is files[unit.root] and asked is not None:
        return reading([_wished(manifest, each) for each in asked.values()], gaps)
    lock = _lock(files[unit.root])
    direct = lock.asked | {need for name in lock.own for need in lock.needs.get(name, ())}
    relate(lock.packages, lock.needs, direct, _running(lock, direct, asked))
    for package in lock.packages.values():
        if isinstance(package.version, str):
            package.checksums = lock.sums.get((package.name, package.version), ())
    return reading(lock.packages.values(), [*files[unit.root].gaps, *(gap for gap in gaps if gap.file != unit.root)])


def _running(lock: Lock, direct: set[str], asked: dict[str, Asked] | None) -> set[str] | None:
    """Return the gems that are asked for and that the program runs with; None where no manifest tells."""
    if asked is None:
        return None
    return {name for name in direct if name not in asked or not asked[name].developing}


def _lock(file: LockFile) -> Lock:
    found = Lock()
    section = last = ""
    for number, line in enumerate(file.text.splitlines(), start=1):
        if _SECTION.match(line):
            section = line
        elif section in _SOURCES:
            if gem := _GEM.match(line):
                last = gem[1]
                _gem(found, file, section, last, gem[2], number)
            elif last and (need := _NEED.match(line)):
                found.needs.setdefault(last, set()).add(need[1])
        elif section == "DEPENDENCIES" and (named := _ASKED.match(line)):
            found.asked.add(named[1])
        elif section == "CHECKSUMS" and (told := _SUM.match(line)):
            sums = tuple(each.strip().replace("=", ":") for each in told[3].split(","))
            found.sums.setdefault((told[1], _bare(told[2])), sums)
    if not found.packages and not found.own and file.text.strip() and "DEPENDENCIES" not in file.text:
        file.gap("The file is not a lock that Bundler writes; write it anew with `bundle lock`.")
    return found


def _bare(version: str) -> str:
    """Return a version without the platform it was built for: `1.13.0-x86_64-linux`."""
    return version.partition("-")[0]


def _gem(found: Lock, file: LockFile, section: str, name: str, version: str, line: int) -> None:
    if section == "PATH":
        found.own.add(name)
    elif name not in found.packages:
        found.packages[name] = Package(ecosystem="RubyGems", name=name, version=_bare(version), place=file.place(line))


def _wished(manifest: LockFile, asked: Asked) -> Package:
    version: str | Unknown = Unknown("the Gemfile gives no version, and there is no Gemfile.lock")
    if asked.version:
        exact = _EXACT.match(asked.version)
        version = (
            exact[1] if exact else Unknown(f"only a range is given: {asked.version}, and there is no Gemfile.lock")
        )
    return Package(
        ecosystem="RubyGems",
        name=asked.name,
        version=version,
        place=manifest.place(asked.line),
        direct=True,
        development=asked.developing,
    )
