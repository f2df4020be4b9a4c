"""Reads opkg's database, whose form is dpkg's with marks of its own. Source: opkg's libopkg/pkg.c."""

from __future__ import annotations

from bartizan.collect.format import Unit
from bartizan.collect.package import Package, merged
from bartizan.collect.packages.dpkg.paragraph import paragraphs
from bartizan.collect.packages.dpkg.relation import relations
from bartizan.collect.packages.opkg import root_of
from bartizan.collect.packages.system.ecosystem import doubts, ecosystem, package_url
from bartizan.collect.packages.system.need import Installed, is_name, linked
from bartizan.collect.packages.system.release import Release, find
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree, Unreadable
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Unknown


def reading(unit: Unit, tree: Tree) -> Reading:
    """Return the packages of a root's opkg database."""
    release, gaps = find(tree, root_of(unit.root))
    gaps.extend(doubts(unit.root, release, "opkg"))
    try:
        text = tree.text(unit.root)
    except Unreadable as error:
        return Reading(gaps=[*gaps, Gap(unit.root, str(error))])
    found = []
    for paragraph in paragraphs(unit.root, text, gaps):
        fields = paragraph.fields
        wanted, _, state = fields.get("status", "").rpartition(" ")
        name = fields.get("package", "")
        if not is_name(name):
            gaps.append(Gap(unit.root, "The paragraph names no package, and is passed over.", paragraph.line))
        elif state not in ("not-installed", "config-files"):
            more = _control(unit, tree, name)
            found.append(_installed(unit.root, paragraph.line, {**more, **fields}, release))
            found[-1].package.direct = fields.get("auto-installed") != "yes" if wanted else found[-1].package.direct
    return Reading(resources=merged(linked(found)), gaps=gaps)


def _control(unit: Unit, tree: Tree, name: str) -> dict[str, str]:
    file = unit.root.removesuffix("status") + f"info/{name}.control"
    if file not in unit.files:
        return {}
    return next((each.fields for each in paragraphs(file, tree.quoted(file), [])), {})


def _installed(file: str, line: int, fields: dict[str, str], release: Release | None) -> Installed:
    name, version = fields["package"], fields.get("version", "")
    architecture, license = fields.get("architecture", ""), fields.get("license", "")
    return Installed(
        package=Package(
            ecosystem=ecosystem(release, "opkg"),
            name=name,
            version=version or Unknown("the database gives no version of it"),
            place=Place(file, line),
            development=False,
            licenses=(license,) if license else (),
            source_name=fields.get("sourcename") or None,
            source_version=version or None if fields.get("sourcename") else None,
            architecture=architecture or None,
            purl=package_url("opkg", name, version, release, architecture=architecture),
        ),
        provides=[name for names in relations(fields.get("provides", "")) for name in names],
        needs=relations(fields.get("depends", "")),
    )
