"""Dart and Flutter: `pubspec.lock`, or a `pubspec.yaml` alone. Parts of an SDK are no packages of their own."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import named, of_sources, present, under, upwards
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree


def _units(tree: Tree) -> Iterator[Unit]:
    for file in named(tree, "pubspec.lock"):
        yield Unit("pub", file, (file,))
    for file in named(tree, "pubspec.yaml"):
        if not any(present(tree, under(directory, "pubspec.lock")) for directory in upwards(file)):
            yield Unit("pub", file, (file,))


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.dart.pub import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith(("pubspec.lock", "pubspec.yaml")) and of_sources(entry.path, IMAGE)


FORMAT = Format(id="pub", title="Dart packages", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants)
