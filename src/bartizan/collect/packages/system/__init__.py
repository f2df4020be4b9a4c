"""Operating systems: the distribution a root file system or an image is of, by its own release files.

Resource `system`, address `ID@VERSION`: `distribution`, `version`, `name`, `supported_until` (the last day of security
updates that cost nothing, null where the distribution has no releases that end) and `supported`, on the day
that is the unit's state.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.packages.system.root import RELEASES, beginnings, release_files
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree

DATABASES = (
    "var/lib/dpkg/status",
    "lib/apk/db/installed",
    "usr/lib/apk/db/installed",
    "var/lib/rpm/rpmdb.sqlite",
    "var/lib/rpm/Packages.db",
    "var/lib/rpm/Packages",
    "usr/lib/sysimage/rpm/rpmdb.sqlite",
    "usr/lib/sysimage/rpm/Packages.db",
)
"""What tells a system within the system (a chroot, the storage of containers) from a file of some test suite."""


def _units(tree: Tree) -> Iterator[Unit]:
    roots = dict.fromkeys(["", *(root for root, _ in beginnings(tree, DATABASES))])
    for root in roots:
        files = release_files(tree, root)
        if files:
            yield Unit("system", files[0], tuple(sorted(files)), state=_today())


def _today() -> str:
    """Return the day it is, which reading depends on: it is found out here, so that reading is the same each time."""
    return datetime.now().astimezone().date().isoformat()


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.system.support import reading  # loaded where it is needed

    return reading(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith(RELEASES)


FORMAT = Format(
    id="system",
    title="Operating system",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
