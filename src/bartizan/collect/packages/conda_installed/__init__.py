"""Packages that conda installed: the records in `conda-meta` of each environment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    found: dict[str, list[str]] = defaultdict(list)
    for file in tree.files:
        if file.endswith(".json") and _recorded(file):
            found[file.rpartition("/")[0]].append(file)
    for directory, files in found.items():
        yield Unit("installed-conda", directory, tuple(files))


def _recorded(file: str) -> bool:
    return file.rpartition("/")[0].rpartition("/")[2] == "conda-meta"


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.conda_installed.reading import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith(".json") and _recorded(entry.path)


FORMAT = Format(
    id="installed-conda",
    title="Installed conda packages",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
