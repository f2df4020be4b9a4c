"""JavaScript packages that are installed: what lies in `node_modules`, to any depth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import present, under
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree

_PACKAGE = re.compile(r"(?:^|/)node_modules/(?:@[^/]+/)?[^/@.][^/]*/package\.json$")
_HIDDEN = "node_modules/.package-lock.json"


def _units(tree: Tree) -> Iterator[Unit]:
    found: dict[str, list[str]] = defaultdict(list)
    for file in tree.files:
        if file.endswith(("/package.json", _HIDDEN)) and "node_modules/" in file and _tells(file):
            found[f"/{file}".partition("/node_modules/")[0].removeprefix("/")].append(file)
    for home, files in found.items():
        manifest = under(home, "package.json")
        own = [manifest] if present(tree, manifest) else []
        yield Unit("installed-javascript", under(home, "node_modules"), tuple(sorted([*own, *files])))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.javascript_installed.reading import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    if entry.path.endswith("package.json"):
        return "node_modules/" not in entry.path or _PACKAGE.search(entry.path) is not None
    return entry.path.endswith(_HIDDEN)


def _tells(file: str) -> bool:
    """Return whether a file below `node_modules` is the manifest of a package there, or what npm noted of all."""
    return file.endswith(_HIDDEN) or _PACKAGE.search(file) is not None


FORMAT = Format(
    id="installed-javascript",
    title="Installed JavaScript packages",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
