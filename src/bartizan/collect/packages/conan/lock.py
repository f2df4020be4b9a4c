"""A `conan.lock` as packages: a graph in the first generation, lists in the second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading, rows, table, word, word_or_none
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree

_REFERENCE = re.compile(r"(?P<name>[^/@#%:\s]+)/(?P<version>[^@#%:\s]+)(?:@[^#%:]*)?(?:#(?P<revision>[0-9a-f]+))?")
_LINES = re.compile(r'"([^"/\s]+/[^"\s]+)"')
_LISTS = {"requires": False, "build_requires": True, "python_requires": True}


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock of either generation."""
    lock = opened(tree, unit.root)
    data = lock.json()
    lines = lock.lines(_LINES)
    packages = _graph(lock, data, lines) if "graph_lock" in data else _listed(lock, data, lines)
    return reading(packages, lock.gaps)


def _package(lock: LockFile, reference: Any, lines: dict[str, int]) -> Iterator[Package]:
    written = word(reference, "a reference")
    found = _REFERENCE.match(written)
    if found is None:
        raise Misshapen(f"`{written}` is not `name/version`")
    yield Package(
        ecosystem="ConanCenter", name=found["name"], version=found["version"], place=lock.place(lines.get(written))
    )


def _listed(lock: LockFile, data: dict[str, Any], lines: dict[str, int]) -> list[Package]:
    packages: list[Package] = []
    for key, development in _LISTS.items():
        listed = lock.shaped(partial(rows, data.get(key), key))
        for package in lock.each(listed, lambda each: _package(lock, each, lines)):
            package.development = development
            package.needed_by = NOT_TOLD
            packages.append(package)
    return packages


def _graph(lock: LockFile, data: dict[str, Any], lines: dict[str, int]) -> list[Package]:
    nodes = lock.shaped(lambda: list(table(table(data["graph_lock"], "graph_lock").get("nodes"), "nodes").items()))
    found: dict[str, Package] = {}
    edges: dict[str, set[str]] = {}
    roots: set[str] = set()
    building: set[str] = set()
    for key, node in nodes:
        node = node if isinstance(node, dict) else {}
        needs = _texts(node.get("requires"))
        built = _texts(node.get("build_requires"))
        building |= built
        edges[key] = needs | built
        if word_or_none(node.get("ref")) and not node.get("path"):
            for package in lock.each([node["ref"]], lambda each: _package(lock, each, lines)):
                found[key] = package
        else:
            roots.add(key)
    direct = {need for key in roots for need in edges[key]}
    relate(found, edges, direct, direct - building)
    return list(found.values())


def _texts(value: Any) -> set[str]:
    return {each for each in value if isinstance(each, str)} if isinstance(value, list) else set()
