"""One `pom.xml` as it is written: coordinates, properties, what it asks for and what it manages.

Source: https://maven.apache.org/pom.html.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bartizan.collect.xml import Element


@dataclass(frozen=True, slots=True)
class Wish:
    """A `dependency`, as written: texts may hold `${...}`."""

    group: str
    artifact: str
    version: str | None
    scope: str | None
    kind: str
    classifier: str
    line: int
    profile: str = ""
    """The profile it belongs to; empty for none, and for one that is active by default."""


@dataclass(slots=True)
class Project:
    """A `pom.xml`."""

    file: str
    artifact: str = ""
    group: str | None = None
    version: str | None = None
    parent: tuple[str, str, str] | None = None
    """Group, artifact and version."""
    parent_path: str = "../pom.xml"
    properties: dict[str, str] = field(default_factory=dict)
    optional: dict[str, set[str]] = field(default_factory=dict)
    """Properties that only profiles set, and those profiles."""
    wishes: list[Wish] = field(default_factory=list)
    managed: list[Wish] = field(default_factory=list)
    modules: bool = False


def project(file: str, root: Element) -> Project:
    """Return what a `pom.xml` says."""
    found = Project(
        file=file,
        artifact=root.said("artifactId") or "",
        group=root.said("groupId"),
        version=root.said("version"),
        modules=root.first("modules") is not None,
    )
    if parent := root.first("parent"):
        found.parent = (parent.said("groupId") or "", parent.said("artifactId") or "", parent.said("version") or "")
        path = parent.first("relativePath")
        found.parent_path = found.parent_path if path is None else path.text
    _body(found, root, "")
    profiles = root.first("profiles")
    for profile in profiles.all("profile") if profiles else ():
        always = profile.said("activation", "activeByDefault") == "true"
        _body(found, profile, "" if always else profile.said("id") or "default")
    return found


def _body(found: Project, part: Element, profile: str) -> None:
    """Take in properties and dependencies of a project or of a profile of it."""
    properties = part.first("properties")
    for each in properties.children if properties else ():
        if profile:
            found.optional.setdefault(each.name, set()).add(profile)
        else:
            found.properties[each.name] = each.text
    found.wishes.extend(_wishes(part.first("dependencies"), profile))
    found.managed.extend(_wishes(part.first("dependencyManagement", "dependencies"), profile))


def _wishes(part: Element | None, profile: str) -> Iterator[Wish]:
    for each in part.all("dependency") if part else ():
        yield Wish(
            group=each.said("groupId") or "",
            artifact=each.said("artifactId") or "",
            version=each.said("version"),
            scope=each.said("scope"),
            kind=each.said("type") or "jar",
            classifier=each.said("classifier") or "",
            line=each.line,
            profile=profile,
        )
