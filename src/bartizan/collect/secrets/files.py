"""Secrets in files: credentials that stand in the clear, or in base64, in any text.

Of an image also those in files that a layer brought and another one took away. A unit of these names their layers.
"""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    from bartizan.collect.secrets.current.batch import batches

    for files in batches(tree):
        yield Unit("secrets", "", files)
    if tree.of == IMAGE:
        from bartizan.collect.secrets.current.gone import unit_of

        yield from unit_of(tree)


def _read(unit: Unit, tree: Tree) -> Reading:
    if unit.state:
        from bartizan.collect.secrets.current.gone import read as read_gone

        return read_gone(unit, tree)
    from bartizan.collect.secrets.current.reading import read

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    from bartizan.collect.secrets.current.batch import IMAGE_FILE
    from bartizan.collect.secrets.current.choice import chosen
    from bartizan.collect.secrets.current.reading import plain
    from bartizan.collect.secrets.current.store import begins_as_one

    if not 0 < entry.size <= IMAGE_FILE or not chosen(entry.path, IMAGE):
        return False
    return plain(entry.head) is not None or begins_as_one(entry.head)


FORMAT = Format(
    id="secrets",
    title="Secrets in files",
    units=_units,
    read=_read,
    of=(DIRECTORY, ROOTFS, IMAGE),
    wants=_wants,
)
