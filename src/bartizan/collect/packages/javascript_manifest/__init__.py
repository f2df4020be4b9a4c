"""JavaScript projects without a lock file: `package.json` alone.

A manifest with a lock file beside it, or one of a workspace whose lock file is above it, is told of by that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import named, of_sources, present, under, upwards
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

LOCKS = ("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "deno.lock")
_WORKSPACES = ("lerna.json", "pnpm-workspace.yaml")


def _units(tree: Tree) -> Iterator[Unit]:
    parts: dict[str, frozenset[str]] = {}
    for file in named(tree, "package.json"):
        if not _locked(tree, file, parts) and not (tree.of != DIRECTORY and _installed(tree, file)):
            yield Unit("javascript-manifest", file, (file,))


def _locked(tree: Tree, file: str, parts: dict[str, frozenset[str]]) -> bool:
    """Return whether a lock file tells of what a manifest asks for."""
    from bartizan.collect.packages.javascript_manifest.workspaces import members  # loaded where it is needed

    for number, directory in enumerate(upwards(file)):
        if any(present(tree, under(directory, lock)) for lock in LOCKS):
            if number == 0:
                return True
            if directory not in parts:
                parts[directory] = frozenset(members(tree, directory))
            if file in parts[directory]:
                return True
    return False


def _installed(tree: Tree, file: str) -> bool:
    """Return whether what a manifest asks for is installed beside it or above it: that is told of by itself."""
    for directory in upwards(file):
        prefix = under(directory, "node_modules/")
        place = bisect_left(tree.files, prefix)
        if place < len(tree.files) and tree.files[place].startswith(prefix):
            return True
    return False


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.javascript_manifest.reading import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    name = entry.path.rpartition("/")[2]
    return name in ("package.json", *_WORKSPACES) and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="javascript-manifest",
    title="JavaScript projects without a lock",
    units=_units,
    read=_read,
    of=(DIRECTORY, ROOTFS, IMAGE),
    wants=_wants,
)
