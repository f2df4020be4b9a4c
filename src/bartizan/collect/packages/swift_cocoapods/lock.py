"""A `Podfile.lock` as packages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, rows, table, word, word_or_none
from bartizan.collect.package import Package
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree

_POD = re.compile(r"(?P<name>[^\s(]+)(?:\s+\((?P<version>[^)]+)\))?")
_HEX = re.compile(r"[0-9a-f]{40}$")


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock."""
    lock = opened(tree, unit.root)
    data, spots = lock.yaml()
    local = set(lock.shaped(lambda: _local(data)))
    sums = next(iter(lock.shaped(lambda: [table(data.get("SPEC CHECKSUMS"), "SPEC CHECKSUMS")])), {})
    packages: dict[str, Package] = {}
    edges: dict[str, set[str]] = {}
    for index, entry in enumerate(lock.shaped(lambda: rows(data.get("PODS"), "PODS"))):
        for package in lock.each([entry], partial(_package, lock, spots.get(f"PODS/{index}", (1, 1))[0], edges)):
            if package.name not in local:
                checksum = sums.get(package.name)
                known = isinstance(checksum, str) and _HEX.match(checksum)
                package.checksums = (f"sha1:{checksum}",) if known else ()
                packages.setdefault(package.name, package)
    direct = {_root(name) for name in lock.shaped(lambda: _asked(data))}
    relate(packages, edges, direct | {need for name in local for need in edges.get(name, ())}, None)
    return reading(packages.values(), lock.gaps)


def _package(lock: LockFile, line: int, edges: dict[str, set[str]], entry: Any) -> Iterator[Package]:
    """Yield a pod, written as a text, or as a mapping of that to what it needs."""
    if isinstance(entry, dict) and len(entry) == 1:
        written, needs = next(iter(entry.items()))
    else:
        written, needs = entry, []
    found = _POD.match(word(written, "a pod"))
    if found is None or not found["version"]:
        raise Misshapen(f"`{written}` is not a name and a version")
    name = _root(found["name"])
    edges.setdefault(name, set()).update(_root(word(need, "a dependency")) for need in rows(needs, "dependencies"))
    yield Package(ecosystem="CocoaPods", name=name, version=found["version"], place=lock.place(line))


def _root(name: str) -> str:
    found = _POD.match(name)
    return (found["name"] if found else name).partition("/")[0]


def _asked(data: dict[str, Any]) -> Iterator[str]:
    for each in rows(data.get("DEPENDENCIES"), "DEPENDENCIES"):
        yield word(each, "a dependency")


def _local(data: dict[str, Any]) -> Iterator[str]:
    """Yield the pods that lie in the project itself."""
    for name, source in table(data.get("EXTERNAL SOURCES"), "EXTERNAL SOURCES").items():
        if isinstance(source, dict) and (word_or_none(source.get(":path")) or word_or_none(source.get(":podspec"))):
            yield _root(name)
