"""Rust crates: `Cargo.lock` in all its versions with the manifests of its workspace; a `Cargo.toml` alone without one.

Crates without a source are parts of the project itself, and no packages. A crate that is only needed by build scripts
or by tests is for development.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import named, of_sources, under, upwards
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    locks = {file.rpartition("/")[0]: [file] for file in named(tree, "Cargo.lock")}
    alone: dict[str, list[str]] = defaultdict(list)
    for file in named(tree, "Cargo.toml"):
        home = next((directory for directory in upwards(file) if directory in locks), None)
        if home is not None:
            locks[home].append(file)
        else:
            alone[file].append(file)
    for directory, files in locks.items():
        yield Unit("cargo", under(directory, "Cargo.lock"), tuple(sorted(files)))
    for file in alone:
        yield Unit("cargo", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.rust.lock import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith(("Cargo.lock", "Cargo.toml")) and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="cargo", title="Cargo lock files", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
