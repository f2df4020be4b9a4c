"""Java archives: jars, wars, ears and what is packed in them, to a bounded depth."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

ENDINGS = (".jar", ".war", ".ear", ".par", ".sar", ".nar", ".kar", ".jpi", ".hpi", ".lpkg")


def _units(tree: Tree) -> Iterator[Unit]:
    for file in tree.files:
        if file.lower().endswith(ENDINGS):
            yield Unit("jar", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.java_jar.jar import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.lower().endswith(ENDINGS)


FORMAT = Format(id="jar", title="Java archives", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants)
