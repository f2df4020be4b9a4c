"""Packages that opkg installed: the database of OpenWrt before 25.12, of Yocto's images and of Entware."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.packages.system.root import RELEASES, beginnings, below, release_files
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree

DIRECTORIES = ("usr/lib/opkg/", "var/lib/opkg/", "opt/lib/opkg/")
STATUS = tuple(directory + "status" for directory in DIRECTORIES)
CONTROLS = "lib/opkg/info/"
"""Where each package has a file with what its status leaves out: its source and its licence."""


def root_of(file: str) -> str:
    """Return the root that a database is of."""
    return file.removesuffix(next(path for path in STATUS if file.endswith(path)))


def _units(tree: Tree) -> Iterator[Unit]:
    for root, file in beginnings(tree, STATUS):
        directory = file.removesuffix("status") + "info/"
        controls = [each for each in below(tree, directory) if each.endswith(".control")]
        yield Unit("opkg", file, tuple(sorted({file, *controls, *release_files(tree, root)})))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.opkg.database import reading  # loaded where it is needed

    return reading(unit, tree)


def _wants(entry: Entry) -> bool:
    path = entry.path
    return path.endswith((*STATUS, *RELEASES)) or (path.endswith(".control") and CONTROLS in path)


FORMAT = Format(
    id="opkg",
    title="opkg packages (installed)",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
