"""A project file of MSBuild: the packages it refers to, with the properties and central versions it inherits.

Conditions are not judged: what is asked for under one is asked for. Versions written `1.2.3` are the least that will
do, and NuGet takes the least that there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, opened, present, reading
from bartizan.collect.package import Package
from bartizan.collect.packages.dotnet import PROJECTS
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.collect.xml import Element
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown

_PROPERTY = re.compile(r"\$\(([A-Za-z_][\w.]*)\)")
_VERSION = re.compile(r"\d[0-9A-Za-z.+-]*$")
_EXACT = re.compile(r"\[\s*(\d[0-9A-Za-z.+-]*)\s*\]$")
_TESTING = frozenset({"microsoft.net.test.sdk", "xunit", "nunit", "mstest.testframework", "mstest"})
MAX_DEPTH = 20
MAX_FILES = 50
"""Files that are read for one project."""
MAX_TEXT = 4096
_WHOLE = (
    "The project has no packages.lock.json, so the packages that its packages bring in turn are not known; "
    "write one with `dotnet restore --use-lock-file`."
)


@dataclass(slots=True)
class Build:
    """What a project says and inherits."""

    properties: dict[str, str] = field(default_factory=dict)
    central: dict[str, str] = field(default_factory=dict)
    """Versions by name, in lower case."""
    references: list[tuple[Element, LockFile]] = field(default_factory=list)
    everywhere: list[tuple[Element, LockFile]] = field(default_factory=list)
    """Packages that are added to every project to build it."""
    updated: dict[str, str] = field(default_factory=dict)
    """Versions that a reference elsewhere is given later."""


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a project file with the files it inherits from."""
    build = Build()
    gaps: list[Gap] = []
    pending = sorted(unit.files, key=lambda file: (not file.endswith(PROJECTS), file))
    met: list[str] = []
    while pending and len(met) < MAX_FILES:
        file = pending.pop()
        lock = opened(tree, file)
        met.append(file)
        root = lock.xml()
        gaps.extend(lock.gaps if file == unit.root else ())
        if root is not None:
            _take(build, root, lock)
            pending.extend(sorted(set(_imported(build, root, file, tree)).difference(met, pending)))
    testing = _testing(build)
    packages = [each for element, lock in build.references for each in _packages(build, element, lock, testing)]
    packages.extend(each for element, lock in build.everywhere for each in _packages(build, element, lock, True))
    if packages:
        gaps.append(Gap(unit.root, _WHOLE, about=unit.root))
    return reading(packages, gaps, set(met).difference(unit.files))


def _imported(build: Build, root: Element, file: str, tree: Tree) -> Iterator[str]:
    """Yield the files of the tree that a file imports, as far as their paths are known."""
    home = file.rpartition("/")[0]
    for each in root.within("Import"):
        written = each.attributes.get("Project", "").replace("\\", "/")
        path = _filled(build, written.replace("$(MSBuildThisFileDirectory)", ""))
        if isinstance(path, str) and (found := tree.inside(home, path)) and present(tree, found):
            yield found


def _take(build: Build, root: Element, lock: LockFile) -> None:
    """Take in one file; what is nearer to the project comes later, and counts."""
    for group in root.within("PropertyGroup"):
        for each in group.children:
            build.properties[each.name.lower()] = each.text
    for each in root.within("PackageVersion"):
        for name in _names(each, "Include") + _names(each, "Update"):
            build.central[name.lower()] = _said(each, "Version") or ""
    for each in root.within("PackageReference"):
        build.references.extend([(each, lock)] if "Include" in each.attributes else [])
        for name in _names(each, "Update"):
            if version := _said(each, "Version"):
                build.updated[name.lower()] = version
    build.everywhere.extend((each, lock) for each in root.within("GlobalPackageReference"))


def _names(each: Element, attribute: str) -> list[str]:
    return [name.strip() for name in each.attributes.get(attribute, "").split(";") if name.strip()]


def _said(each: Element, name: str) -> str | None:
    """Return what is said as an attribute, or as an element."""
    return each.attributes.get(name) or each.said(name)


def _testing(build: Build) -> bool:
    """Return whether a project is there to test others."""
    named = {name.lower() for each, _ in build.references for name in _names(each, "Include")}
    return build.properties.get("istestproject", "").lower() == "true" or bool(named & _TESTING)


def _packages(build: Build, each: Element, lock: LockFile, testing: bool) -> Iterator[Package]:
    for written in _names(each, "Include"):
        name = _filled(build, written)
        if isinstance(name, Unknown) or "@(" in name:
            continue
        private = (_said(each, "PrivateAssets") or "").strip().lower()
        yield Package(
            ecosystem="NuGet",
            name=name,
            version=_version(build, each, name),
            place=lock.place(each.line),
            direct=True,
            development=testing or private == "all",
        )


def _version(build: Build, each: Element, name: str) -> str | Unknown:
    written = (
        _said(each, "VersionOverride")
        or _said(each, "Version")
        or build.updated.get(name.lower())
        or build.central.get(name.lower())
    )
    if not written:
        return Unknown("no version is given in the project or in a Directory.Packages.props above it")
    version = _filled(build, written)
    if isinstance(version, Unknown):
        return version
    version = version.strip()
    if exact := _EXACT.match(version):
        return exact[1]
    return version if _VERSION.match(version) else Unknown(f"only a range is given: {version}")


def _filled(build: Build, text: str) -> str | Unknown:
    """Return a text with its properties filled in."""
    for _ in range(MAX_DEPTH):
        names = set(_PROPERTY.findall(text))
        if not names:
            return text
        for name in names:
            known = build.properties.get(name.lower())
            if known is None:
                return Unknown(f"the property {name} is not set in the project or above it")
            text = text.replace(f"$({name})", known)
        if len(text) > MAX_TEXT:
            break
    return Unknown("its properties lead to each other without end")
