"""Packages that apk installed: the database of Alpine, Wolfi, Chainguard and what is made of them."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.packages.system.root import RELEASES, beginnings, present, release_files
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree

INSTALLED = ("usr/lib/apk/db/installed", "lib/apk/db/installed")
"""Where the database is: below usr since apk 3 on systems that keep everything there."""
WORLD = "etc/apk/world"


def root_of(file: str) -> str:
    """Return the root that a database is of."""
    return file.removesuffix(INSTALLED[0]) if file.endswith(INSTALLED[0]) else file.removesuffix(INSTALLED[1])


def _units(tree: Tree) -> Iterator[Unit]:
    for root, file in beginnings(tree, INSTALLED):
        beside = [root + WORLD] if present(tree, root + WORLD) else []
        yield Unit("apk", file, tuple(sorted({file, *beside, *release_files(tree, root)})))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.apk.database import reading  # loaded where it is needed

    return reading(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith((*INSTALLED, WORLD, *RELEASES))


FORMAT = Format(
    id="apk",
    title="Alpine packages (installed)",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
