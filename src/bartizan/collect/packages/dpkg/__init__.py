"""Packages that dpkg installed: its database of Debian, Ubuntu and what is made of them, distroless images included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.packages.system.root import RELEASES, beginnings, below, present, release_files
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree

STATUS = ("var/lib/dpkg/status", "usr/lib/dpkg/status")
"""Below `usr` where that is read-only and the rest is made anew."""
PARTS = "/lib/dpkg/status.d/"
"""Where images without a package manager have one file for each package."""
STATES = "var/lib/apt/extended_states"
COPYRIGHTS = "usr/share/doc/"


def root_of(file: str) -> str:
    """Return the root that a file of a database is of."""
    path = next((path for path in STATUS if file.endswith(path)), "")
    return file.removesuffix(path) if path else file.partition(PARTS)[0].removesuffix("var").removesuffix("usr")


def _units(tree: Tree) -> Iterator[Unit]:
    databases: dict[str, list[str]] = defaultdict(list)
    for root, file in beginnings(tree, STATUS):
        databases[root].append(file)
    for file in tree.files:
        if PARTS in file and is_part(file.partition(PARTS)[2]):
            databases[root_of(file)].append(file)
    for root, files in databases.items():
        copyrights = [file for file in below(tree, root + COPYRIGHTS) if file.endswith("/copyright")]
        beside = [root + STATES] if present(tree, root + STATES) else []
        yield Unit("dpkg", files[0], tuple(sorted({*files, *beside, *release_files(tree, root), *copyrights})))


def is_part(name: str) -> bool:
    """Tell whether a file of `status.d` describes a package, and not its files or scripts."""
    return (
        bool(name)
        and "/" not in name
        and not name.endswith((".md5sums", ".list", ".conffiles", ".preinst", ".postinst"))
    )


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.dpkg.database import reading  # loaded where it is needed

    return reading(unit, tree)


def _wants(entry: Entry) -> bool:
    path = entry.path
    if path.endswith((*STATUS, STATES, *RELEASES)):
        return True
    return PARTS in path or (path.endswith("/copyright") and COPYRIGHTS in path)


FORMAT = Format(
    id="dpkg",
    title="Debian packages (installed)",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
