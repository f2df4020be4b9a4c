"""Packages that rpm installed: its database in each of its three forms, and the lists that distroless images keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.packages.system.root import RELEASES, beginnings, present, release_files
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree

DIRECTORIES = ("usr/lib/sysimage/rpm/", "var/lib/rpm/", "usr/share/rpm/")
"""Where a database is kept; the later are links to the first on systems that moved it."""
NAMES = ("rpmdb.sqlite", "Packages.db", "Packages")
"""A database's file as SQLite, as rpm's own form (ndb), and as a hash of Berkeley DB."""
LISTS = ("var/lib/rpmmanifest/container-manifest-2",)
DATABASES = (*(directory + name for directory in DIRECTORIES for name in NAMES), *LISTS)
REASONS = ("usr/lib/sysimage/libdnf5/packages.toml", "var/lib/zypp/AutoInstalled", "var/lib/dnf/history.sqlite")
"""Where dnf 5, zypper and dnf 4 keep why something was installed."""


def root_of(file: str) -> str:
    """Return the root that a database is of."""
    return file.removesuffix(next(path for path in DATABASES if file.endswith(path)))


def _units(tree: Tree) -> Iterator[Unit]:
    found: dict[str, tuple[str, list[str]]] = {}
    for root, file in beginnings(tree, DATABASES):
        found.setdefault(file.rpartition("/")[0], (root, []))[1].append(file)
    for root, forms in found.values():
        beside = [root + path for path in REASONS if present(tree, root + path)]
        beside += [file + "-wal" for file in (*forms, *beside) if present(tree, file + "-wal")]
        yield Unit("rpm", newest_first(forms)[0], tuple(sorted({*forms, *beside, *release_files(tree, root)})))


def newest_first(forms: Iterable[str]) -> list[str]:
    """Return the databases of one directory, the newest form first: what rpm converted may still be beside it."""
    names = (*NAMES, *(path.rpartition("/")[2] for path in LISTS))
    return sorted(forms, key=lambda file: names.index(file.rpartition("/")[2]))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.rpm.database import reading  # loaded where it is needed

    return reading(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.removesuffix("-wal").endswith((*DATABASES, *REASONS, *RELEASES))


FORMAT = Format(
    id="rpm",
    title="RPM packages (installed)",
    units=_units,
    read=_read,
    of=(ROOTFS, IMAGE),
    wants=_wants,
)
