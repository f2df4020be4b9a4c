"""A directory of a Gradle build as packages: its locks, or else what its script declares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, Misshapen, opened, reading
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.packages.java_gradle.catalogue import Catalogue, catalogue
from bartizan.collect.packages.java_gradle.script import Declared, declared, properties
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown

_LINE = re.compile(r"([^:#\s=]+):([^:\s=]+):([^:\s=]+)(?:=(.*))?$")
_WHO = Unknown("a lock file of Gradle does not tell which package asks for which")
_RUNNING = ("compileclasspath", "runtimeclasspath")
_PLAIN = frozenset({"compile", "runtime", "api", "implementation", "default", "runtimeonly", "compileonly"})
_WHOLE = (
    "The build has no lock, so the packages that its dependencies bring in turn are not known; "
    "write one with `gradle dependencies --write-locks`."
)


def read(unit: Unit, tree: Tree) -> Reading:
    """Read the locks and the script of one directory."""
    files = [opened(tree, file) for file in unit.files]
    gaps = [gap for each in files for gap in each.gaps if each.file.endswith(".lockfile")]
    wishes = _wishes(files, gaps)
    locks = [each for each in files if each.file.endswith(".lockfile")]
    if not locks:
        packages = [_wished(each) for each in wishes]
        if packages:
            gaps.append(Gap(unit.root, _WHOLE, about=unit.root))
        return reading(packages, gaps)
    asked = {f"{each.group}:{each.artifact}" for each in wishes}
    packages = [package for lock in locks for package in _locked(lock)]
    for package in packages:
        package.direct = True if package.name in asked else NOT_TOLD
    gaps = [gap for lock in locks for gap in lock.gaps]
    return reading(packages, gaps)


def _wishes(files: Iterable[LockFile], gaps: list[Gap]) -> list[Declared]:
    """Return what the scripts declare, with the nearest catalogue and properties."""
    listed = list(files)
    catalogues: list[Catalogue] = []
    values: dict[str, str] = {}
    for each in sorted(listed, key=lambda file: file.file.count("/")):
        if each.file.endswith(".toml"):
            catalogues.append(catalogue(each))
            gaps.extend(each.gaps)
        elif each.file.endswith("gradle.properties"):
            values |= properties(each.text)
    nearest = catalogues[-1] if catalogues else None
    scripts = [each for each in listed if each.file.endswith((".gradle", ".kts"))]
    wishes = [wish for each in scripts for wish in declared(each, nearest, values)]
    gaps.extend(gap for each in scripts for gap in each.gaps)
    return wishes


def _wished(wish: Declared) -> Package:
    return Package(
        ecosystem="Maven",
        name=f"{wish.group}:{wish.artifact}",
        version=wish.version,
        place=wish.place,
        direct=True,
        development="test" in wish.configuration.lower(),
    )


def _locked(lock: LockFile) -> list[Package]:
    lines = [(number, line.strip()) for number, line in enumerate(lock.text.splitlines(), start=1)]
    told = [(number, line) for number, line in lines if line and not line.startswith(("#", "empty="))]
    return lock.each(told, lambda entry: _entry(lock, *entry))


def _entry(lock: LockFile, number: int, line: str) -> Iterator[Package]:
    found = _LINE.match(line)
    if found is None:
        raise Misshapen(f"line {number} is not `group:name:version=configurations`")
    group, artifact, version, configurations = found.groups()
    yield Package(
        ecosystem="Maven",
        name=f"{group}:{artifact}",
        version=version,
        place=lock.place(number),
        development=_developing(lock.file, configurations),
        needed_by=_WHO,
    )


def _developing(file: str, configurations: str | None) -> bool:
    """Return whether no configuration that the program is compiled or run with is among those of an entry."""
    name = file.rpartition("/")[2]
    if name.startswith("buildscript-"):
        return True
    if configurations is None:  # an older lock: one file for each configuration
        configurations = name.removesuffix(".lockfile")
    return not any(_running(each) for each in configurations.lower().split(","))


def _running(configuration: str) -> bool:
    name = configuration.strip()
    return "test" not in name and (name in _PLAIN or name.endswith(_RUNNING))
