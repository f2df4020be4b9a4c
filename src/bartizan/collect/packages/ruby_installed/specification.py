"""Specifications of installed gems: programs that RubyGems writes in one form, read and never run."""

from __future__ import annotations

import re

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, opened, reading
from bartizan.collect.package import Package
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree

_STUB = re.compile(r"^# stub: (\S+) (\S+) (\S+)", re.MULTILINE)
_NAME = re.compile(r"""^\s*\w+\.name\s*=\s*["']([^"']+)["']""", re.MULTILINE)
_VERSION = re.compile(r"""^\s*\w+\.version\s*=\s*(?:Gem::Version\.new\s*\(?\s*)?["']([^"']+)["']""", re.MULTILINE)
_LICENSES = re.compile(r"^\s*\w+\.licenses?\s*=\s*(.+)$", re.MULTILINE)
_TEXT = re.compile(r"""["']([^"']+)["']""")
_NEEDS = re.compile(r"""\.add_(?:runtime_)?dependency\s*\(?\s*(?:%q<([^>]+)>|["']([^"']+)["'])""")


def read(unit: Unit, tree: Tree) -> Reading:
    """Read the specifications of one directory."""
    locks = [opened(tree, file) for file in unit.files]
    packages: dict[str, Package] = {}
    needs: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    for lock in locks:
        package = _package(lock)
        if package is not None:
            packages[package.address] = package
            names.setdefault(package.name, set()).add(package.address)
            needs[package.address] = {first or second for first, second in _NEEDS.findall(lock.text)}
    edges = {address: {one for name in asked for one in names.get(name, ())} for address, asked in needs.items()}
    relate(packages, edges, None, None)
    for package in packages.values():
        package.development = False
    return reading(packages.values(), [gap for lock in locks for gap in lock.gaps])


def _package(lock: LockFile) -> Package | None:
    if not lock.readable:
        return None
    stub = _STUB.search(lock.text)
    name, version = _NAME.search(lock.text), _VERSION.search(lock.text)
    if stub is None and (name is None or version is None):
        lock.gap("The specification does not tell the name and version of the gem; install the gem anew.")
        return None
    licences = _LICENSES.search(lock.text)
    return Package(
        ecosystem="RubyGems",
        name=name[1] if name else stub[1] if stub else "",
        version=version[1] if version else stub[2] if stub else "",
        place=lock.place(1),
        licenses=tuple(_TEXT.findall(licences[1])) if licences else (),
    )
