"""`package-lock.json` and `npm-shrinkwrap.json` of npm, in all versions."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, named, of_sources, present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

_NAMES = ("package-lock.json", "npm-shrinkwrap.json")


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, *_NAMES):
        if file.endswith(_NAMES[0]) and present(tree, beside(file, _NAMES[1])):
            continue  # npm passes over it too
        manifest = beside(file, "package.json")
        yield Unit("npm-lock", file, (file, manifest) if present(tree, manifest) else (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.npm_lock.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.rpartition("/")[2] in (*_NAMES, "package.json") and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="npm-lock", title="Lock files of npm", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
