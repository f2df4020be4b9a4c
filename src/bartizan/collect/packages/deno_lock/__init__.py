"""`deno.lock` of Deno, in its versions 2 to 5: packages of npm and of JSR; modules by their URL are none."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import named, of_sources
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "deno.lock"):
        yield Unit("deno-lock", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.deno_lock.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.rpartition("/")[2] == "deno.lock" and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="deno-lock", title="Lock files of Deno", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
