"""Maven: what a `pom.xml` asks for, with the parents and the bills of materials that lie in the same tree.

A version that a parent or a bill of materials outside of the tree would give is unknown, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import named, of_sources
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "pom.xml"):
        if b"<project" in tree.head(file):
            yield Unit("maven-pom", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.java_pom.pom import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.rpartition("/")[2] == "pom.xml" and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="maven-pom", title="Maven projects", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
