"""`pnpm-lock.yaml` of pnpm, in its versions 5, 6 and 9, with all importers."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import named, of_sources
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "pnpm-lock.yaml"):
        yield Unit("pnpm-lock", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.pnpm_lock.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.rpartition("/")[2] == "pnpm-lock.yaml" and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="pnpm-lock", title="Lock files of pnpm", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
