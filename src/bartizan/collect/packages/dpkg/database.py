"""Reads dpkg's database: what is installed, what it was built from, what it needs, and who asked for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.collect.format import Unit
from bartizan.collect.package import Package, merged
from bartizan.collect.packages.dpkg import COPYRIGHTS, PARTS, STATES, STATUS, root_of
from bartizan.collect.packages.dpkg.copyright import licenses
from bartizan.collect.packages.dpkg.paragraph import Paragraph, paragraphs
from bartizan.collect.packages.dpkg.relation import relations
from bartizan.collect.packages.system.ecosystem import doubts, ecosystem, package_url
from bartizan.collect.packages.system.need import Installed, linked
from bartizan.collect.packages.system.release import Release, find
from bartizan.collect.packages.system.report import bounded
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown

GONE = frozenset({"not-installed", "config-files"})
"""States of a package that has no files of its own left. Source: dpkg-query(1)."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9+.~_-]{0,255}")
_SOURCE = re.compile(r"(\S+)(?:\s+\((\S+)\))?")


def reading(unit: Unit, tree: Tree) -> Reading:
    """Return the packages of a root's dpkg database."""
    root = root_of(unit.root)
    release, gaps = find(tree, root)
    gaps.extend(doubts(unit.root, release, "deb"))
    found: list[Installed] = []
    for file in unit.files:
        if file.endswith(STATUS) or PARTS in file:
            found.extend(_installed(file, tree, release, gaps))
    if root + STATES in unit.files:
        _ask_apt(root + STATES, tree, [each.package for each in found], gaps)
    packages = linked(found)
    copyrights = {file for file in unit.files if file.startswith(root + COPYRIGHTS)}
    for package in packages:
        file = f"{root}{COPYRIGHTS}{package.name}/copyright"
        if file in copyrights:
            package.licenses = licenses(tree.quoted(file))
    return Reading(resources=merged(packages), gaps=gaps)


def _installed(file: str, tree: Tree, release: Release | None, gaps: list[Gap]) -> Iterator[Installed]:
    text = _text(file, tree, gaps)
    broken: list[Gap] = []
    for paragraph in paragraphs(file, text, gaps):
        fields = paragraph.fields
        if fields.get("status", "").split()[2:3] and fields["status"].split()[2] in GONE:
            continue
        name = fields.get("package", "")
        if _NAME.fullmatch(name):
            yield Installed(
                package=_package(file, paragraph, release),
                provides=[name for names in relations(fields.get("provides", "")) for name in names],
                needs=relations(fields.get("pre-depends", "")) + relations(fields.get("depends", "")),
            )
        else:
            broken.append(Gap(file, "The paragraph names no package, and is passed over.", paragraph.line))
    gaps.extend(bounded(file, broken))


def _text(file: str, tree: Tree, gaps: list[Gap]) -> str:
    """Return a file's text; what is not UTF-8 (names of old maintainers) is replaced."""
    try:
        data = tree.read(file)
    except Unreadable as error:
        gaps.append(Gap(file, str(error)))
        return ""
    if b"\0" in data:
        gaps.append(Gap(file, "The file is binary, not a package database; restore it from a backup or a fresh image."))
        return ""
    if not data.strip() and file.endswith(STATUS):
        gaps.append(Gap(file, "The package database is empty: what is installed cannot be told."))
    return data.decode("utf-8", "replace")


def _package(file: str, paragraph: Paragraph, release: Release | None) -> Package:
    fields = paragraph.fields
    name, version = fields["package"], fields.get("version", "")
    source = _SOURCE.match(fields.get("source", "")) or _SOURCE.match(name)
    source_name, source_version = (source[1], source[2] or version) if source else (name, version)
    upstream = "" if source_name == name else source_name
    if source_version != version:
        upstream = f"{source_name}@{source_version}"
    architecture = fields.get("architecture", "")
    return Package(
        ecosystem=ecosystem(release, "deb"),
        name=name,
        version=version or Unknown("the database gives no version of it"),
        place=Place(file, paragraph.line),
        development=False,
        source_name=source_name,
        source_version=source_version or None,
        architecture=architecture or None,
        purl=package_url("deb", name, version, release, architecture=architecture, upstream=upstream),
    )


def _ask_apt(file: str, tree: Tree, packages: list[Package], gaps: list[Gap]) -> None:
    """Tell apart what apt installed because something else needed it, by its own record.

    Where there is none, apt was never used here, and nothing tells who asked for what.
    """
    text = _text(file, tree, gaps)
    if not text:
        return
    automatic = {
        paragraph.fields.get("package", "")
        for paragraph in paragraphs(file, text, gaps)
        if paragraph.fields.get("auto-installed") == "1"
    }
    for package in packages:
        package.direct = package.name not in automatic
