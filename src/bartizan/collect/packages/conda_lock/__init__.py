"""Locked environments of conda: `conda-lock.yml`, `pixi.lock`, and lists of URLs that begin with `@EXPLICIT`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import of_sources
from bartizan.collect.packages.conda_environment import is_named_environment
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

_NAME = re.compile(
    r"(?:^|/)(?:[\w.-]*conda-lock\.ya?ml|pixi\.lock|conda-[\w.-]+\.lock|explicit[\w.-]*\.(?:txt|lock)|spec-(?:file|list)\.txt)$"
)


def _units(tree: Tree) -> Iterator[Unit]:
    for file in tree.files:
        if file.endswith((".yml", ".yaml", ".lock", ".txt")) and _NAME.search(file) and of_sources(file, tree.of):
            listed = file.endswith((".yml", ".yaml", "pixi.lock"))
            if listed or b"@EXPLICIT" in tree.head(file):
                yield Unit("conda-lock", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.conda_lock.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    named = _NAME.search(entry.path) is not None or is_named_environment(entry.path)
    return named and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="conda-lock",
    title="Locked conda environments",
    units=_units,
    read=_read,
    of=(DIRECTORY, ROOTFS, IMAGE),
    wants=_wants,
)
