"""Manifests of one Python project as packages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, opened, optional, reading, under
from bartizan.collect.package import Package
from bartizan.collect.packages.python_manifest.legacy import from_cfg, from_setup
from bartizan.collect.packages.python_manifest.origin import of_url
from bartizan.collect.packages.python_manifest.project import Project, Wish, project
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree


def read(unit: Unit, tree: Tree) -> Reading:
    """Read what a project asks for."""
    packages: list[Package] = []
    locks: list[LockFile] = []
    for file in unit.files:
        lock = opened(tree, file)
        locks.append(lock)
        if file.endswith("pyproject.toml"):
            told = project(lock)
            packages += wished(lock, told.wishes, told.name)
            _elsewhere(told, lock, unit, tree)
        else:
            wishes = from_cfg(lock) if file.endswith(".cfg") else from_setup(lock)
            packages += wished(lock, wishes, "")
    return reading(packages, [gap for lock in locks for gap in lock.gaps])


def wished(lock: LockFile, wishes: Iterable[Wish], own: str) -> Iterator[Package]:
    """Yield the packages that a project asks for itself, but for the project itself with other extras."""
    for wish in wishes:
        asked = wish.requirement
        if asked.name != own:
            yield Package(
                ecosystem="PyPI",
                name=asked.name,
                version=asked.version,
                place=lock.place(wish.line),
                direct=True,
                development=wish.development,
                purl=of_url(asked.name, asked.version, asked.url),
            )


def _elsewhere(told: Project, lock: LockFile, unit: Unit, tree: Tree) -> None:
    """Tell of dependencies that are worked out when the project is built, and that no other file read here tells."""
    named = [file for file in told.files if file in tree.files or _there(unit, tree, file)]
    if "dependencies" in told.elsewhere and len(unit.files) == 1 and not named:
        why = "The dependencies are worked out when the project is built (`dynamic`); lock them to have them read."
        lock.gap(why, about="project.dynamic")


def _there(unit: Unit, tree: Tree, file: str) -> bool:
    directory = unit.root.rpartition("/")[0]
    inside = tree.inside(directory, file)
    return inside is not None and optional(tree, under("", inside)) is not None


def manifest_beside(tree: Tree, directory: str) -> tuple[Project, LockFile] | None:
    """Return what the `pyproject.toml` of a directory asks for, None where there is none that can be read."""
    lock = optional(tree, under(directory, "pyproject.toml"))
    if lock is None:
        return None
    told = project(lock)
    return (told, lock) if lock.readable and not lock.gaps else None
