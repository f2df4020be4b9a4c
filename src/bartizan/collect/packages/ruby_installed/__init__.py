"""Ruby gems that are installed: the specifications of one directory of gems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.resource import Reading
from bartizan.collect.tree import IMAGE, ROOTFS, Tree


def _is_specification(path: str) -> bool:
    return path.endswith(".gemspec") and "/specifications/" in f"/{path}"


def _units(tree: Tree) -> Iterator[Unit]:
    found: dict[str, list[str]] = defaultdict(list)
    for file in tree.files:
        if _is_specification(file):
            home, _, _ = f"/{file}".rpartition("/specifications/")
            found[f"{home}/specifications".lstrip("/")].append(file)
    for directory, files in found.items():
        yield Unit("installed-gems", directory, tuple(files))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.ruby_installed.specification import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return _is_specification(entry.path)


FORMAT = Format(
    id="installed-gems", title="Installed Ruby gems", units=_units, read=_read, of=(ROOTFS, IMAGE), wants=_wants
)
