"""Reads pacman's database: for each package a file of sections, `%NAME%` and the lines after it.

Source: libalpm's lib/libalpm/be_local.c.
"""

from __future__ import annotations

import re
from collections import defaultdict

from bartizan.collect.format import Unit
from bartizan.collect.package import Package, merged
from bartizan.collect.packages.pacman import LOCAL
from bartizan.collect.packages.system.ecosystem import doubts, ecosystem, package_url
from bartizan.collect.packages.system.need import Installed, is_name, linked
from bartizan.collect.packages.system.release import Release, find
from bartizan.collect.packages.system.report import bounded
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place

_CONSTRAINT = re.compile(r"[<>=:]")
_FOR_ANOTHER = "1"
"""Why something is installed: 0 or nothing for itself, 1 for another package."""


def reading(unit: Unit, tree: Tree) -> Reading:
    """Return the packages of a root's pacman database."""
    release, gaps = find(tree, unit.root.removesuffix(LOCAL.rstrip("/")))
    gaps.extend(doubts(unit.root, release, "alpm"))
    found: list[Installed] = []
    broken: list[Gap] = []
    for file in unit.files:
        if LOCAL not in file:
            continue
        try:
            sections = _sections(tree.text(file))
        except Unreadable as error:
            broken.append(Gap(file, str(error)))
            continue
        if is_name("".join(sections["NAME"][:1])) and sections["VERSION"]:
            found.append(_installed(file, sections, release))
        else:
            broken.append(Gap(file, "The file has no %NAME% or no %VERSION%; reinstall the package, or the image."))
    gaps.extend(bounded(unit.root, broken))
    return Reading(resources=merged(linked(found)), gaps=gaps)


def _sections(text: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = defaultdict(list)
    here = ""
    for line in text.splitlines():
        if len(line) > 2 and line[0] == line[-1] == "%":
            here = line[1:-1]
        elif line.strip():
            sections[here].append(line.strip())
    return sections


def _installed(file: str, sections: dict[str, list[str]], release: Release | None) -> Installed:
    name, version = sections["NAME"][0], sections["VERSION"][0]
    architecture = next(iter(sections["ARCH"]), "")
    base = next(iter(sections["BASE"]), name)
    return Installed(
        package=Package(
            ecosystem=ecosystem(release, "alpm"),
            name=name,
            version=version,
            place=Place(file),
            direct=sections["REASON"][:1] != [_FOR_ANOTHER],
            development=False,
            licenses=tuple(sections["LICENSE"]),
            source_name=base,
            source_version=version,
            architecture=architecture or None,
            purl=package_url(
                "alpm", name, version, release, architecture=architecture, upstream="" if base == name else base
            ),
        ),
        provides=[_CONSTRAINT.split(each, maxsplit=1)[0] for each in sections["PROVIDES"]],
        needs=[[_CONSTRAINT.split(each, maxsplit=1)[0]] for each in sections["DEPENDS"]],
    )
