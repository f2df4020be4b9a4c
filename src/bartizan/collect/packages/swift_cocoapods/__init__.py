"""CocoaPods: `Podfile.lock`. Parts of a pod (`Pod/Part`) are told as the pod itself."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import named, of_sources
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "Podfile.lock"):
        yield Unit("cocoapods", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.swift_cocoapods.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith("Podfile.lock") and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="cocoapods", title="CocoaPods", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
