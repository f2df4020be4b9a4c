"""Packages that pacman installed: the database of Arch Linux and what is made of it, a directory for each package."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.packages.system.root import RELEASES, release_files
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree

LOCAL = "var/lib/pacman/local/"


def _is_one(file: str) -> bool:
    root, found, rest = file.partition(LOCAL)
    return bool(found) and (not root or root.endswith("/")) and rest.endswith("/desc") and rest.count("/") == 1


def _units(tree: Tree) -> Iterator[Unit]:
    databases: dict[str, list[str]] = defaultdict(list)
    for file in tree.files:
        if LOCAL in file and _is_one(file):
            databases[file.partition(LOCAL)[0]].append(file)
    for root, files in databases.items():
        yield Unit("pacman", root + LOCAL.rstrip("/"), tuple(sorted({*files, *release_files(tree, root)})))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.pacman.database import reading  # loaded where it is needed

    return reading(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith(RELEASES) or _is_one(entry.path)


FORMAT = Format(
    id="pacman",
    title="Arch Linux packages (installed)",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
