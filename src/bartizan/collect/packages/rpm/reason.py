"""Who asked for a package: what dnf and zypper note of it. rpm itself does not know.

dnf 5 keeps a TOML file, dnf 4 a history in SQLite, zypper the names of what it installed for the sake of others.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence

from bartizan.collect.package import Package
from bartizan.collect.packages.rpm import REASONS
from bartizan.collect.packages.rpm.header import Malformed
from bartizan.collect.packages.rpm.sqlite import rows
from bartizan.collect.packages.system.root import present
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap

_USER = 2
"""Why dnf 4 installed something, among: 1 a dependency, 2 the user, 3 for cleaning up, 4 a weak dependency, 5 a group.
Source: libdnf's transaction/Types.hpp."""

Reason = Callable[[Package], bool | None]


def asked_for(root: str, tree: Tree, packages: Sequence[Package], gaps: list[Gap]) -> Iterator[tuple[Package, bool]]:
    """Yield packages of which it is noted whether a user asked for them."""
    readers = zip(REASONS, (_dnf5, _zypper, _dnf4), strict=True)
    for path, reader in readers:
        file = root + path
        if not present(tree, file):
            continue
        try:
            reason = reader(file, tree)
        except (Malformed, Unreadable, tomllib.TOMLDecodeError) as error:
            gaps.append(Gap(file, f"Who asked for which package cannot be read: {str(error).rstrip('.')}."))
            continue
        except RecursionError:
            gaps.append(Gap(file, "Who asked for which package cannot be read: the file is nested too deep."))
            continue
        for package in packages:
            direct = reason(package)
            if direct is not None:
                yield package, direct
        return


def _dnf5(file: str, tree: Tree) -> Reason:
    noted = tomllib.loads(tree.text(file)).get("packages", {})

    def reason(package: Package) -> bool | None:
        entry = noted.get(f"{package.name}.{package.architecture}") if isinstance(noted, dict) else None
        why = entry.get("reason") if isinstance(entry, dict) else None
        return why.lower() in ("user", "group") if isinstance(why, str) else None

    return reason


def _zypper(file: str, tree: Tree) -> Reason:
    lines = (line.strip() for line in tree.text(file).splitlines())
    automatic = {line for line in lines if line and not line.startswith("#")}
    return lambda package: package.name not in automatic


def _dnf4(file: str, tree: Tree) -> Reason:
    log = tree.read(file + "-wal") if present(tree, file + "-wal") else b""
    data = tree.read(file)
    names = {item: (name, arch) for item, name, arch in rows(data, log, "rpm", ("item_id", "name", "arch"))}
    latest: dict[object, tuple[int, object]] = {}
    for number, item, why in rows(data, log, "trans_item", ("id", "item_id", "reason")):
        if item in names and isinstance(number, int) and number >= latest.get(names[item], (0, 0))[0]:
            latest[names[item]] = (number, why)

    def reason(package: Package) -> bool | None:
        entry = latest.get((package.name, package.architecture))
        return None if entry is None else entry[1] in (_USER, 5)

    return reason
