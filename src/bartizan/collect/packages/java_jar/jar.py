"""An archive and the archives in it, as packages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import BinaryIO

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import reading
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.java_jar import ENDINGS
from bartizan.collect.packages.java_jar.archive import Archive, Budget, Damaged, archive
from bartizan.collect.packages.java_jar.identity import Identity, identities
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place

MAX_DEPTH = 5
MAX_ARCHIVES = 5000
"""Archives within one file that are looked into."""


@dataclass(slots=True)
class Found:
    """What has been met so far in one file."""

    file: str
    budget: Budget = field(default_factory=Budget)
    packages: list[Package] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    """Archives that do not tell their group."""
    count: int = 0

    def gap(self, inner: str, why: str) -> None:
        """Note what could not be read of an archive within the file."""
        where = f"{inner} in it" if inner else "The archive"
        self.gaps.append(Gap(self.file, f"{where} is not read, or not wholly: {why}. Build it anew.", about=inner))


def read(unit: Unit, tree: Tree) -> Reading:
    """Read an archive of a tree."""
    found = Found(unit.root)
    try:
        with tree.open(unit.root) as stream:
            _look(found, stream, unit.root, "", None, 0)
    except Unreadable as error:
        found.gaps.append(Gap(unit.root, str(error)))
    if found.nameless:
        names = ", ".join(found.nameless[:5]) + (" and others" if len(found.nameless) > 5 else "")
        why = f"{names} does not tell the Maven group it is published in, so no advisory can be found for it."
        found.gaps.append(Gap(unit.root, why, about=unit.root))
    return reading(found.packages, found.gaps)


def _look(found: Found, stream: BinaryIO, path: str, inner: str, outer: str | None, depth: int) -> None:
    """Take in an archive that is open, and those in it. `inner` is its path within the file, empty for the file."""
    found.count += 1
    try:
        with archive(stream, found.budget) as opened:
            faults: list[str] = []
            own, shaded = identities(opened, path, faults)
            address = _add(found, own, outer)
            for each in shaded:
                _add(found, each, address)
            for fault in faults:
                found.gap(inner, fault)
            _within(found, opened, inner, address, depth)
    except Damaged as error:
        found.gap(inner, str(error))


def _within(found: Found, opened: Archive, inner: str, address: str, depth: int) -> None:
    names = [name for name in opened.names if name.lower().endswith(ENDINGS)]
    if names and depth >= MAX_DEPTH:
        found.gap(inner, f"archives in it are nested deeper than {MAX_DEPTH}")
        return
    for name in names:
        path = f"{inner}!/{name}" if inner else name
        if found.count >= MAX_ARCHIVES:
            found.gap(inner, f"there are more than {MAX_ARCHIVES} archives in it")
            return
        try:
            with opened.stream(name) as stream:
                _look(found, stream, name, path, address, depth + 1)
        except Damaged as error:
            found.count += 1
            found.gap(path, str(error))


def _add(found: Found, each: Identity, outer: str | None) -> str:
    """Add what an archive is, and return its address."""
    package = Package(
        ecosystem="Maven",
        name=each.name,
        version=each.version,
        place=Place(found.file),
        direct=NOT_TOLD,
        development=False,
        needed_by={outer} if outer else NOT_TOLD,
    )
    if each.group is None:
        found.nameless.append(each.artifact)
    found.packages.append(package)
    return package.address
