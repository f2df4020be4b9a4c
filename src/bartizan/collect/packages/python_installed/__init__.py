"""Python packages that are installed: `*.dist-info` and `*.egg-info` of each directory that Python imports from.

What Debian's own packages bring is in a directory of its own and told of by its package database; advisories of the
index would be wrong about it, for Debian mends without raising the version.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import present
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree

_NAMES = (
    "METADATA",
    "PKG-INFO",
    "RECORD",
    "INSTALLER",
    "REQUESTED",
    "direct_url.json",
    "top_level.txt",
    "requires.txt",
)
_INSIDE = tuple(f"{kind}/{name}" for kind in (".dist-info", ".egg-info", "EGG-INFO") for name in _NAMES)
_OF_DEBIAN = "usr/lib/python3/dist-packages"
_MAX_RECORD = 16 * 1024 * 1024


def _units(tree: Tree) -> Iterator[Unit]:
    found: dict[str, list[str]] = defaultdict(list)
    for file in tree.files:
        if file.endswith(_INSIDE):
            home = file.rpartition("/")[0]
            if home.endswith("EGG-INFO"):
                home = home.rpartition("/")[0]
            found[home.rpartition("/")[0]].append(file)
        elif file.endswith(".egg-info"):
            found[file.rpartition("/")[0]].append(file)
    debian = present(tree, "var/lib/dpkg/status")
    for directory, files in found.items():
        if not (debian and (directory == _OF_DEBIAN or directory.startswith(f"{_OF_DEBIAN}/"))):
            yield Unit("installed-python", directory, tuple(files))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.python_installed.reading import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith((*_INSIDE, ".egg-info")) and entry.size <= _MAX_RECORD


FORMAT = Format(
    id="installed-python",
    title="Installed Python packages",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
