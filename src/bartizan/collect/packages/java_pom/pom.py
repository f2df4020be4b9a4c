"""What a Maven project asks for, as packages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import reading
from bartizan.collect.package import Package
from bartizan.collect.packages.java_pom.lineage import Lineage, Poms, lineage
from bartizan.collect.packages.java_pom.project import Wish
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

_RANGE = re.compile(r"[\[\](),]")
_PINNED = re.compile(r"\[\s*([^\[\](),\s]+)\s*\]$")
_WHOLE = (
    "A pom.xml does not tell which packages its dependencies bring in turn, so those are not known; "
    "scan what was built (its jars or its image), too."
)


def read(unit: Unit, tree: Tree) -> Reading:
    """Read a `pom.xml` with its parents."""
    poms = Poms(tree)
    found = poms.at(unit.root)
    if found is None:
        return reading([], poms.gaps)
    line = lineage(found, poms)
    packages = list(_packages(line))
    gaps = [gap for gap in poms.gaps if gap.file == unit.root]
    if packages and len(line.projects) == 1:
        gaps.append(Gap(unit.root, _WHOLE, about=unit.root))
    return reading(packages, gaps, [file for file in poms.met if file != unit.root])


def _packages(line: Lineage) -> Iterator[Package]:
    """Yield the dependencies of a project: its own, then those of its parents that it does not declare itself."""
    own = {_local(each.group, each.artifact) for each in _modules(line)}
    declared: set[object] = set()
    for level, project in enumerate(line.projects):
        for wish in project.wishes:
            key = line.key(wish) or wish
            if key in declared and level:
                continue
            declared.add(key)
            package = _package(line, wish, project.file)
            if package is not None and package.name not in own:
                yield package


def _modules(line: Lineage) -> Iterator[Wish]:
    """Yield the project itself and its parents as dependencies: a module of the same project is no package."""
    for project in line.projects:
        group = project.group or (project.parent or ("",))[0]
        yield Wish(group, project.artifact, None, None, "jar", "", 0)


def _local(group: str, artifact: str) -> str:
    return f"{group}:{artifact}"


def _package(line: Lineage, wish: Wish, file: str) -> Package | None:
    group, artifact = line.value(wish.group), line.value(wish.artifact)
    if not isinstance(group, str) or not isinstance(artifact, str) or not group or not artifact:
        return None
    if group in {each.group for each in _modules(line)} and line.poms.near(group, artifact):
        return None  # a module of the same build
    managed, whose = line.managed().get(line.key(wish) or ("", "", "", ""), (None, line))
    scope = wish.scope or (managed.scope if managed else None) or "compile"
    version = line.value(wish.version) if wish.version else _managed(line, managed, whose)
    told_scope = line.value(scope)
    return Package(
        ecosystem="Maven",
        name=f"{group}:{artifact}",
        version=_exact(version),
        place=Place(file, wish.line),
        direct=True,
        development=told_scope == "test" if isinstance(told_scope, str) else told_scope,
    )


def _managed(line: Lineage, managed: Wish | None, whose: Lineage) -> str | Unknown:
    if managed is not None:
        return whose.value(managed.version)
    outside = [f"the parent {line.missing}"] if line.missing else []
    outside.extend(f"the bill of materials {name}" for name in line.absent[:3])
    if not outside:
        return Unknown("no version is given, and none is managed")
    return Unknown(f"its version is given by {' or '.join(outside)}, which is not in the tree")


def _exact(version: str | Unknown) -> str | Unknown:
    """Return one version; a range, and a word for the newest, is none."""
    if isinstance(version, Unknown):
        return version
    if pinned := _PINNED.match(version.strip()):
        return pinned[1]
    if _RANGE.search(version) or version in ("LATEST", "RELEASE") or not version.strip():
        return Unknown(f"only a range is given: {version}")
    return version.strip()
