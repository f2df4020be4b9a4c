"""`poetry.lock`, of Poetry 1 and 2, with the `pyproject.toml` beside it."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, named, of_sources, present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "poetry.lock"):
        manifest = beside(file, "pyproject.toml")
        yield Unit("poetry-lock", file, (file, manifest) if present(tree, manifest) else (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.python_poetry.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith(("poetry.lock", "pyproject.toml")) and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="poetry-lock",
    title="Lock files of Poetry",
    units=_units,
    read=_read,
    of=(DIRECTORY, ROOTFS, IMAGE),
    wants=_wants,
)
