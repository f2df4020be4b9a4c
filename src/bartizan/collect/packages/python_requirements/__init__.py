"""Requirement files of pip: `requirements.txt` and its kin, with what they include and what constrains them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import present
from bartizan.collect.packages.python_manifest import sources
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

_ENDINGS = (".txt", ".in", ".pip", ".lock")
_NAME = re.compile(r"(?:^|[-_.])(?:requirements?|reqs)(?:[-_.][^/]*)?\.(?:txt|in|pip|lock)$", re.IGNORECASE)
_DIRECTORY = re.compile(r"(?:^|/)(?:requirements|reqs|requirements\.d)/[^/]+\.(?:txt|in|pip)$", re.IGNORECASE)
_CONSTRAINT = re.compile(r"(?:^|[-_.])constraints?(?:[-_.]|$)", re.IGNORECASE)


def is_requirements(file: str) -> bool:
    """Return whether a file is named as a list of requirements is; constraints alone ask for nothing."""
    if not file.endswith(_ENDINGS):
        return False
    name = file.rpartition("/")[2]
    return (_NAME.search(name) or _DIRECTORY.search(file)) is not None and not _CONSTRAINT.search(name)


def read_by_itself(tree: Tree, file: str) -> bool:
    """Return whether a file is read as one, not only where others include it."""
    if not is_requirements(file) or not sources(file, tree.of):
        return False
    stem, dot, ending = file.rpartition(".")
    return ending != "in" or not any(present(tree, f"{stem}{dot}{compiled}") for compiled in ("txt", "lock"))


def _units(tree: Tree) -> Iterator[Unit]:
    for file in tree.files:
        if file.endswith(_ENDINGS) and read_by_itself(tree, file):
            yield Unit("pip-requirements", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.python_requirements.reading import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    named = is_requirements(entry.path) or (
        entry.path.endswith(_ENDINGS) and _CONSTRAINT.search(entry.path.rpartition("/")[2]) is not None
    )
    return named and sources(entry.path, IMAGE)


FORMAT = Format(
    id="pip-requirements",
    title="Requirement files of pip",
    units=_units,
    read=_read,
    of=(DIRECTORY, ROOTFS, IMAGE),
    wants=_wants,
)
