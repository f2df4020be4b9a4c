"""Ruby gems: `Gemfile.lock`, with the groups of the `Gemfile` beside it; a `Gemfile` alone without one."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, named, of_sources, present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

PAIRS = {"Gemfile.lock": "Gemfile", "gems.locked": "gems.rb"}


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, *PAIRS):
        manifest = beside(file, PAIRS[file.rpartition("/")[2]])
        yield Unit("gemfile-lock", file, tuple(sorted([file, *([manifest] if present(tree, manifest) else [])])))
    for file in named(tree, "Gemfile"):
        if not present(tree, f"{file}.lock"):
            yield Unit("gemfile-lock", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.ruby.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    name = entry.path.rpartition("/")[2]
    return (name in PAIRS or name in PAIRS.values()) and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="gemfile-lock", title="Ruby lock files", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
