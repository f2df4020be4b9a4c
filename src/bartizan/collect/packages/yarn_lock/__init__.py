"""`yarn.lock`, of Yarn 1 and of Yarn 2 and later, with the manifests of its workspaces."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import named, of_sources
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    from bartizan.collect.packages.javascript_manifest.workspaces import members  # loaded where it is needed

    for file in named(tree, "yarn.lock"):
        yield Unit("yarn-lock", file, tuple(sorted((file, *members(tree, file.rpartition("/")[0])))))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.yarn_lock.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.rpartition("/")[2] in ("yarn.lock", "package.json", "lerna.json") and of_sources(
        entry.path, IMAGE
    )


FORMAT = Format(
    id="yarn-lock", title="Lock files of Yarn", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
