"""`bun.lock` of Bun; the older `bun.lockb` is binary, and a gap."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, named, of_sources, present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "bun.lock", "bun.lockb"):
        if file.endswith("bun.lock") or not present(tree, beside(file, "bun.lock")):
            yield Unit("bun-lock", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.bun_lock.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.rpartition("/")[2] == "bun.lock" and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="bun-lock", title="Lock files of Bun", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
