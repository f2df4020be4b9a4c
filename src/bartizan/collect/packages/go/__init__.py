"""Go modules: `go.mod` with what a workspace and a vendor directory beside it say.

From Go 1.17 on `go.mod` lists every module of the build; of older ones the rest is read from `vendor/modules.txt`, or
else from `go.sum`, which may list more than is built. The standard library is the package `stdlib`.
"""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, named, of_sources, present, under, upwards
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

_NAMES = ("go.mod", "go.sum", "go.work", "modules.txt")


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "go.mod"):
        also = [beside(file, "go.sum"), beside(file, "vendor/modules.txt")]
        works = [under(directory, "go.work") for directory in upwards(file)]
        found = [name for name in also if present(tree, name)] + [name for name in works if present(tree, name)][:1]
        yield Unit("go-modules", file, tuple(sorted({file, *found})))
    for file in named(tree, "modules.txt"):
        above = file.removesuffix("vendor/modules.txt")
        if above != file and not present(tree, f"{above}go.mod") and tree.head(file).startswith(b"# "):
            yield Unit("go-modules", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.go.module import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.rpartition("/")[2] in _NAMES and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="go-modules", title="Go modules", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
