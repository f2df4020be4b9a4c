"""`NAME.deps.json`: what a built application, or a shared framework, was made of."""

from __future__ import annotations

from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.lockfile import LockFile, table
from bartizan.collect.package import Package
from bartizan.collect.packages.dotnet.assets import libraries

_KINDS = {"package", "runtimepack"}


def packages(lock: LockFile) -> list[Package]:
    """Return the packages of an application."""
    data = lock.json()
    listed = lock.shaped(lambda: libraries(lock, data.get("libraries"), _KINDS))
    found = {_key(package.name, str(package.version)): package for package in listed}
    own = lock.shaped(lambda: [key.lower() for key in table(data.get("libraries"), "libraries")])
    edges: dict[str, set[str]] = {}
    for _, target in lock.shaped(lambda: list(table(data.get("targets"), "targets").items())):
        for key, entry in target.items() if isinstance(target, dict) else ():
            edges.setdefault(_normal(key), set()).update(_needs(entry))
    direct = {need for key in own if _normal(key) not in found for need in edges.get(_normal(key), ())}
    relate(found, edges, direct, direct)
    for package in found.values():
        package.development = False
    return list(found.values())


def _key(name: str, version: str) -> str:
    return f"{name}/{version}".lower()


def _normal(key: str) -> str:
    return key.lower().removeprefix("runtimepack.")


def _needs(entry: Any) -> set[str]:
    needs = entry.get("dependencies") if isinstance(entry, dict) else None
    told = needs.items() if isinstance(needs, dict) else ()
    return {_normal(f"{name}/{version}") for name, version in told if isinstance(version, str)}
