"""Environments of conda that ask for packages: `environment.yml`, where no lock of conda-lock is beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import beside, of_sources, present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

_NAME = re.compile(r"(?:^|/)(?:conda[-_.])?(?:[\w.-]*[-_.])?env(?:ironment)?s?(?:[-_.][\w.-]*)?\.ya?ml$", re.IGNORECASE)
_LISTS = re.compile(rb"^dependencies[ \t]*:", re.MULTILINE)
LOCKS = ("conda-lock.yml", "conda-lock.yaml", "pixi.lock")


def _units(tree: Tree) -> Iterator[Unit]:
    for file in tree.files:
        if is_named_environment(file) and of_sources(file, tree.of):
            locked = any(present(tree, beside(file, lock)) for lock in LOCKS)
            if not locked and is_environment(tree.head(file)):
                yield Unit("conda-environment", file, (file,))


def is_named_environment(file: str) -> bool:
    """Return whether a file is named as one that describes an environment."""
    return file.endswith((".yml", ".yaml")) and _NAME.search(file) is not None


def is_environment(head: bytes) -> bool:
    """Return whether a file begins as one that describes an environment."""
    return _LISTS.search(head) is not None


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.conda_environment.reading import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return is_named_environment(entry.path) and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="conda-environment",
    title="Conda environments",
    units=_units,
    read=_read,
    of=(DIRECTORY, ROOTFS, IMAGE),
    wants=_wants,
)
