"""Packages that chisel cut: the manifest of images made of slices of Ubuntu's packages, without dpkg's database."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.packages.system.root import RELEASES, beginnings, release_files
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree

MANIFEST = "var/lib/chisel/manifest.wall"


def _units(tree: Tree) -> Iterator[Unit]:
    for root, file in beginnings(tree, (MANIFEST,)):
        yield Unit("chisel", file, tuple(sorted({file, *release_files(tree, root)})))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.chisel.manifest import reading  # loaded where it is needed

    return reading(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith((MANIFEST, *RELEASES))


FORMAT = Format(
    id="chisel",
    title="Sliced Ubuntu packages (installed)",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
