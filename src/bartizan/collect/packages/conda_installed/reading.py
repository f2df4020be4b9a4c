"""Installed conda packages of one environment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, opened, reading, rows, word, word_or_none
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.conda_environment.spec import Spec
from bartizan.collect.packages.python_installed.metadata import importable
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_SITE = re.compile(r"(?:lib/python\d\.\d+/|Lib/)?site-packages/")
_VERSION = re.compile(r'"version"[ \t]*:')


def read(unit: Unit, tree: Tree) -> Reading:
    """Read what is installed in an environment."""
    gaps = []
    packages: dict[str, Package] = {}
    needs: dict[str, set[str]] = {}
    direct: dict[str, bool | Unknown] = {}
    for file in unit.files:
        lock = opened(tree, file)
        data = lock.json()
        for made in lock.each([data] if data else [], partial(_packages, lock)):
            packages[made.name] = made
            needs[made.name] = set(lock.shaped(partial(_needs, data)))
            direct[made.name] = _direct(data)
        gaps += lock.gaps
    relate(packages, needs, None, None)
    for name, package in packages.items():
        package.direct = direct[name]
    return reading(packages.values(), gaps)


def _packages(lock: LockFile, data: dict[str, Any]) -> list[Package]:
    return [_package(lock, data)]


def _package(lock: LockFile, data: dict[str, Any]) -> Package:
    name, version = word(data.get("name"), "the name"), word(data.get("version"), "the version")
    channel = (word_or_none(data.get("channel")) or "").rstrip("/")
    subdir = word_or_none(data.get("subdir")) or ""
    found = Spec(
        name=name.lower(),
        version=version,
        build=word_or_none(data.get("build")) or "",
        channel=channel.removesuffix(f"/{subdir}").rpartition("/")[2] if channel else "",
        subdir=subdir,
    )
    written = _VERSION.search(lock.text)
    licensed = word_or_none(data.get("license"))
    return Package(
        ecosystem="Conda",
        name=found.name,
        version=version,
        place=lock.place(lock.text.count("\n", 0, written.start()) + 1 if written else 1),
        licenses=(licensed,) if licensed else (),
        architecture=subdir or None,
        checksums=tuple(f"{kind}:{data[kind]}" for kind in ("sha256", "md5") if isinstance(data.get(kind), str)),
        modules=importable(_sites(data.get("files"))),
        purl=found.purl,
    )


def _sites(files: Any) -> Iterator[str]:
    for file in files if isinstance(files, list) else ():
        if isinstance(file, str) and (found := _SITE.match(file)):
            yield file[found.end() :]


def _needs(data: dict[str, Any]) -> list[str]:
    listed = rows(data.get("depends"), "depends")
    return [each.split()[0].lower() for each in listed if isinstance(each, str) and each.split()]


def _direct(data: dict[str, Any]) -> bool | Unknown:
    """Return whether someone asked for it: conda notes how, where it does note that."""
    if "requested_spec" not in data and "requested_specs" not in data:
        return NOT_TOLD
    asked = data.get("requested_spec") or data.get("requested_specs")
    return bool(asked) and asked != "None"
