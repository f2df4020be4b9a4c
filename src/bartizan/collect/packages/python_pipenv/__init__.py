"""`Pipfile.lock`, with the `Pipfile` beside it."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, named, of_sources, present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "Pipfile.lock"):
        manifest = beside(file, "Pipfile")
        yield Unit("pipenv-lock", file, (manifest, file) if present(tree, manifest) else (file,))
    for file in named(tree, "Pipfile"):
        if not present(tree, f"{file}.lock"):
            yield Unit("pipenv-lock", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.python_pipenv.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith(("Pipfile.lock", "Pipfile")) and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="pipenv-lock",
    title="Lock files of Pipenv",
    units=_units,
    read=_read,
    of=(DIRECTORY, ROOTFS, IMAGE),
    wants=_wants,
)
