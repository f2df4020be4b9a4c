"""`pylock.toml` and `pylock.NAME.toml`: the lock files of PEP 751."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, of_sources, present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

_NAME = re.compile(r"(?:^|/)pylock(?:\.[^./]+)?\.toml$")


def _units(tree: Tree) -> Iterator[Unit]:
    for file in tree.files:
        if file.endswith(".toml") and _NAME.search(file) and of_sources(file, tree.of):
            manifest = beside(file, "pyproject.toml")
            yield Unit("pylock", file, (file, manifest) if present(tree, manifest) else (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.python_pylock.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    fits = _NAME.search(entry.path) is not None or entry.path.endswith("pyproject.toml")
    return fits and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="pylock", title="Lock files of PEP 751", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
