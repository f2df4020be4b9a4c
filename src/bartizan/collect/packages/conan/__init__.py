"""Conan, for C and C++: `conan.lock` of both generations."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import named, of_sources
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "conan.lock"):
        yield Unit("conan", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.conan.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith("conan.lock") and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="conan", title="Conan lock files", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
