"""`packages.config`: the older list of all packages of a project, direct and not."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.collect.lockfile import LockFile, Misshapen
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.xml import Element


def packages(lock: LockFile) -> list[Package]:
    """Return the packages of a list."""
    root = lock.xml()
    return lock.each(root.all("package") if root else (), lambda each: _package(lock, each))


def _package(lock: LockFile, each: Element) -> Iterator[Package]:
    name, version = each.attributes.get("id", "").strip(), each.attributes.get("version", "").strip()
    if not name or not version:
        raise Misshapen(f"the package in line {each.line} has no id or no version")
    yield Package(
        ecosystem="NuGet",
        name=name,
        version=version,
        place=lock.place(each.line),
        development=each.attributes.get("developmentDependency", "").lower() == "true",
        needed_by=NOT_TOLD,
    )
