"""Reads apk's database: fields of one letter, packages parted by empty lines.

Source: https://wiki.alpinelinux.org/wiki/Apk_spec and apk(5). The lines of a package's files come between its fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Unit
from bartizan.collect.package import Package, merged
from bartizan.collect.packages.apk import WORLD, root_of
from bartizan.collect.packages.system.ecosystem import doubts, ecosystem, package_url
from bartizan.collect.packages.system.need import Installed, linked
from bartizan.collect.packages.system.release import Release, find
from bartizan.collect.packages.system.report import bounded
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

_FIELDS = frozenset("PVATLoDpi")
_OF_FILES = frozenset("FRMaZ")
_OTHER = frozenset("CSIUtckmrqsfgnNX")
"""Letters that are passed over; any other begins a line that is no field."""
_NAME = re.compile(r"[A-Za-z0-9.][A-Za-z0-9+._-]{0,255}")
_CONSTRAINT = re.compile(r"[<>=~@]")


def reading(unit: Unit, tree: Tree) -> Reading:
    """Return the packages of a root's apk database."""
    root = root_of(unit.root)
    release, gaps = find(tree, root)
    gaps.extend(doubts(unit.root, release, "apk"))
    found: list[Installed] = []
    try:
        text = _text(tree.read(unit.root))
    except Unreadable as error:
        return Reading(gaps=[*gaps, Gap(unit.root, str(error))])
    strange: list[Gap] = []
    for line, fields in _stanzas(unit.root, text, strange):
        if _NAME.fullmatch(fields.get("P", "")):
            found.append(_installed(unit.root, line, fields, release))
        else:
            strange.append(Gap(unit.root, "What is installed here has no name (P:), and is passed over.", line))
    gaps.extend(bounded(unit.root, strange))
    if root + WORLD in unit.files:
        _ask_world(root + WORLD, tree, found, gaps)
    return Reading(resources=merged(linked(found)), gaps=gaps)


def _text(data: bytes) -> str:
    """Return the text of a database; raises `Unreadable` for what is none."""
    if b"\0" in data:
        raise Unreadable("The file is binary, not a package database; restore it from a backup or a fresh image.")
    return data.decode("utf-8", "replace")


def _stanzas(file: str, text: str, strange: list[Gap]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the fields of each package, with the line it begins at."""
    fields: dict[str, str] = {}
    begun = 1
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace():
            if fields:
                yield begun, fields
            fields, begun = {}, number + 1
        elif line[1:2] == ":" and line[0] in _OF_FILES:
            continue
        elif line[1:2] == ":" and line[0] in _FIELDS:
            fields.setdefault(line[0], line[2:].strip())
        elif line[1:2] != ":" or line[0] not in _OTHER:
            strange.append(Gap(file, "The line is no field of a package, and is passed over.", number))
    if fields:
        yield begun, fields


def _installed(file: str, line: int, fields: dict[str, str], release: Release | None) -> Installed:
    name, version = fields["P"], fields.get("V", "")
    origin, architecture, license = fields.get("o") or name, fields.get("A", ""), fields.get("L", "")
    return Installed(
        package=Package(
            ecosystem=ecosystem(release, "apk"),
            name=name,
            version=version or Unknown("the database gives no version of it"),
            place=Place(file, line),
            development=False,
            licenses=(license,) if license else (),
            source_name=origin,
            source_version=version or None,
            architecture=architecture or None,
            purl=package_url(
                "apk",
                name,
                version,
                release,
                architecture=architecture,
                upstream="" if origin == name else origin,
            ),
        ),
        provides=[_bare(each) for each in fields.get("p", "").split()],
        needs=[[_bare(each)] for each in fields.get("D", "").split() if not each.startswith("!")],
    )


def _bare(constraint: str) -> str:
    """Return the name in `so:libcrypto.so.3=3.1.4`, `busybox>1.36` or `php81@edge`."""
    return _CONSTRAINT.split(constraint, maxsplit=1)[0]


def _ask_world(file: str, tree: Tree, found: list[Installed], gaps: list[Gap]) -> None:
    """Tell apart what was asked for: what the world file names, by package or by what one provides."""
    try:
        words = tree.text(file).split()
    except Unreadable as error:
        gaps.append(Gap(file, str(error)))
        return
    world = {_bare(word) for word in words if not word.startswith("!")}
    for each in found:
        each.package.direct = each.package.name in world or not world.isdisjoint(each.provides)
