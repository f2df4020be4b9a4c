"""Gradle: lock files with the configurations that need each package, and build scripts as far as they are literal.

A build script is a program and is never run: what it computes is unknown. Where a directory has a lock, the lock tells
the packages, and the script only which of them are asked for directly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.collect.format import Entry, Format, Unit
from bartizan.collect.lockfile import of_sources, present, under, upwards
from bartizan.collect.resource import Reading
from bartizan.collect.tree import DIRECTORY, IMAGE, ROOTFS, Tree

LOCKS = ("gradle.lockfile", "buildscript-gradle.lockfile")
SCRIPTS = ("build.gradle", "build.gradle.kts")
BESIDE = ("gradle/libs.versions.toml", "gradle.properties")
_OLD = "gradle/dependency-locks/"


def _units(tree: Tree) -> Iterator[Unit]:
    found: dict[str, list[str]] = defaultdict(list)
    for file in tree.files:
        if file.endswith((".lockfile", ".gradle", ".gradle.kts")) and of_sources(file, tree.of):
            directory, _, name = file.rpartition("/")
            if name in LOCKS or name in SCRIPTS:
                found[directory].append(file)
            elif name.endswith(".lockfile") and f"{directory}/".endswith(_OLD):
                found[directory[: -len(_OLD)]].append(file)
    for directory, files in found.items():
        locked = [file for file in files if file.endswith(".lockfile")]
        also = [under(above, name) for above in upwards(under(directory, "x")) for name in BESIDE]
        yield Unit(
            "gradle", (locked or files)[0], tuple(sorted({*files, *(name for name in also if present(tree, name))}))
        )


def _read(unit: Unit, tree: Tree) -> Reading:
    from bartizan.collect.packages.java_gradle.build import read  # loaded where it is needed

    return read(unit, tree)


def _wants(entry: Entry) -> bool:
    return entry.path.endswith((*LOCKS, *SCRIPTS, *BESIDE, ".lockfile")) and of_sources(entry.path, IMAGE)


FORMAT = Format(
    id="gradle", title="Gradle builds", units=_units, read=_read, of=(DIRECTORY, ROOTFS, IMAGE), wants=_wants
)
