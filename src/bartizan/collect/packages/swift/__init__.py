"""Swift packages: `Package.resolved` in all its versions, with the `Package.swift` beside it."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, named, of_sources, present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "Package.resolved"):
        manifest = beside(file, "Package.swift")
        yield Unit("swift", file, tuple(sorted([file, *([manifest] if present(tree, manifest) else [])])))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.swift.resolved import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith(("Package.resolved", "Package.swift")) and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="swift", title="Swift packages", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
