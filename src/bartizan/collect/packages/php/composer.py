"""What Composer locked, installed, or is asked for, as packages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bartizan.collect.dependencies import relate
from bartizan.collect.format import Unit
from bartizan.collect.lockfile import (
    LockFile,
    Misshapen,
    beside,
    opened,
    optional,
    reading,
    rows,
    table,
    word,
    word_or_none,
)
from bartizan.collect.package import Package
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_LINES = re.compile(r'"name"\s*:\s*"([^"\s]+/[^"\s]+)"')
_KEYS = re.compile(r'"([^"\s]+/[^"\s]+)"\s*:')
_EXACT = re.compile(r"=?=?\s*(v?\d+\.\d+\.\d+[\w.+-]*)$")
_HEX = re.compile(r"[0-9a-f]{40}$")
_BRANCH = re.compile(r"dev-|.*-dev$")


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a lock with its manifest, a manifest alone, or a list of what is installed."""
    lock = opened(tree, unit.root)
    if unit.root.endswith("composer.json"):
        return reading(lock.shaped(lambda: _asked(lock)), lock.gaps)
    data = lock.json()
    packages: dict[str, Package] = {}
    edges: dict[str, set[str]] = {}
    developing = _developing(data)
    for entry, development in lock.shaped(lambda: list(_entries(data))):
        for package in lock.each([entry], lambda entry: [_package(lock, entry)]):
            package.development = development or package.name in developing
            packages.setdefault(package.name, package)
            edges[package.name] = set(_names(entry.get("require")))
    _stand_in(data, packages, edges)
    gaps = list(lock.gaps)
    relate(packages, edges, _direct(unit, tree, gaps), None)
    lines = lock.lines(_LINES)
    for package in packages.values():
        package.place = lock.place(lines.get(package.name))
    return reading(packages.values(), gaps)


def _entries(data: dict[str, Any]) -> Iterator[tuple[Any, bool]]:
    for section, development in (("packages", False), ("packages-dev", True)):
        for entry in rows(data.get(section), section):
            yield entry, development


def _developing(data: dict[str, Any]) -> set[str]:
    names = data.get("dev-package-names")
    return {name for name in names if isinstance(name, str)} if isinstance(names, list) else set()


def _names(value: Any) -> list[str]:
    return [name.lower() for name in value if isinstance(name, str)] if isinstance(value, dict) else []


def _package(lock: LockFile, entry: Any) -> Package:
    entry = table(entry, "a package")
    name = word(entry.get("name"), "a name")
    version = word(entry.get("version"), f"the version of {name}")
    dist = entry.get("dist")
    checksum = dist.get("shasum") if isinstance(dist, dict) else None
    licences = entry.get("license")
    told = [licences] if isinstance(licences, str) else licences if isinstance(licences, list) else []
    return Package(
        ecosystem="Packagist",
        name=name.lower(),
        version=Unknown(f"it is of the branch {version}") if _BRANCH.match(version) else version,
        place=lock.place(1),
        licenses=tuple(each for each in told if isinstance(each, str)),
        checksums=(f"sha1:{checksum}",) if isinstance(checksum, str) and _HEX.match(checksum) else (),
    )


def _stand_in(data: dict[str, Any], packages: dict[str, Package], edges: dict[str, set[str]]) -> None:
    """Let who needs a name that no package has need the packages that replace or provide it."""
    instead: dict[str, set[str]] = {}
    for section in ("packages", "packages-dev"):
        for entry in data.get(section) or () if isinstance(data.get(section), list) else ():
            name = word_or_none(entry.get("name")) if isinstance(entry, dict) else None
            for other in (*_names(entry.get("replace")), *_names(entry.get("provide"))) if name else ():
                instead.setdefault(other, set()).add(str(name).lower())
    for needs in edges.values():
        for need in [need for need in needs if need not in packages]:
            needs |= instead.get(need, set())


def _direct(unit: Unit, tree: Tree, gaps: list[Any]) -> set[str] | None:
    """Return what the manifest asks for; None where there is none."""
    home = unit.root.removesuffix("vendor/composer/installed.json")
    manifest = optional(tree, beside(unit.root, "composer.json") if home == unit.root else f"{home}composer.json")
    if manifest is None:
        return None
    data = manifest.json()
    gaps.extend(manifest.gaps)
    return {*_names(data.get("require")), *_names(data.get("require-dev"))} if manifest.readable and data else None


def _asked(lock: LockFile) -> Iterator[Package]:
    """Yield what a manifest without a lock asks for: PHP itself and its extensions are no packages."""
    data = lock.json()
    lines = lock.lines(_KEYS)
    for section, development in (("require", False), ("require-dev", True)):
        for name, asked in table(data.get(section), section).items():
            if "/" not in name:
                continue
            if not isinstance(asked, str):
                raise Misshapen(f"what is asked of {name} is no text")
            exact = _EXACT.match(asked.strip())
            yield Package(
                ecosystem="Packagist",
                name=name.lower(),
                version=exact[1]
                if exact
                else Unknown(f"only a range is given: {asked}, and there is no composer.lock"),
                place=lock.place(lines.get(name)),
                direct=True,
                development=development,
            )
