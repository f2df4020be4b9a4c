"""A project with its parents: properties, and versions that are managed, as Maven inherits them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bartizan.collect.lockfile import opened, present
from bartizan.collect.packages.java_pom.project import Project, Wish, project
from bartizan.collect.tree import Tree
from bartizan.core.place import Gap
from bartizan.core.truth import Unknown

MAX_PARENTS = 20
MAX_IMPORTS = 10
MAX_TEXT = 4096
_PROPERTY = re.compile(r"\$\{([^${}]+)\}")
Key = tuple[str, str, str, str]
"""Group, artifact, type and classifier: what a managed version is for."""


@dataclass(slots=True)
class Poms:
    """The projects of a tree that one reading comes upon."""

    tree: Tree
    gaps: list[Gap] = field(default_factory=list)
    met: dict[str, Project | None] = field(default_factory=dict)

    def at(self, file: str) -> Project | None:
        """Return the project in a file; None where there is none that can be read."""
        if file not in self.met:
            self.met[file] = None
            lock = opened(self.tree, file)
            root = lock.xml()
            self.gaps.extend(lock.gaps)
            if root is not None and root.name == "project":
                self.met[file] = project(file, root)
        return self.met[file]

    def parent(self, child: Project) -> Project | None:
        """Return the parent of a project, where it lies where the project says, or anywhere in the tree."""
        if child.parent is None:
            return None
        group, artifact, _ = child.parent
        if child.parent_path:
            home = child.file.rpartition("/")[0]
            path = posixpath.normpath(posixpath.join(home, child.parent_path))
            for file in (path, f"{path}/pom.xml".removeprefix("./")):
                if present(self.tree, file) and (found := self.at(file)) and found.artifact == artifact:
                    return found
        return self.find(group, artifact)

    def near(self, group: str, artifact: str) -> Project | None:
        """Return the project with some coordinates in a directory that is named after it."""
        for file in self._files():
            name = file.rpartition("/")[0].rpartition("/")[2]
            if name and (artifact.endswith(name) or name.endswith(artifact)):
                found = self.at(file)
                if found and found.artifact == artifact and group in _groups(found):
                    return found
        return None

    def find(self, group: str, artifact: str) -> Project | None:
        """Return the project of the tree with some coordinates, wherever it is."""
        if found := self.near(group, artifact):
            return found
        said = f"<artifactId>{artifact}</artifactId>".encode()
        for file in self._files():
            if said in self.tree.head(file):
                found = self.at(file)
                if found and found.artifact == artifact and group in _groups(found):
                    return found
        return None

    def _files(self) -> Iterator[str]:
        return (file for file in self.tree.files if file.endswith("pom.xml") and file.rpartition("/")[2] == "pom.xml")


def _groups(project: Project) -> tuple[str | None, ...]:
    """Return the group of a project: its own, or its parent's."""
    return (project.group or (project.parent or ("",))[0],)


@dataclass(slots=True)
class Lineage:
    """A project and its parents, itself first."""

    poms: Poms
    projects: list[Project]
    missing: str = ""
    """The coordinates of a parent that is not in the tree."""
    importing: int = 0
    """How many imports of bills of materials led here."""
    _managed: dict[Key, tuple[Wish, Lineage]] | None = None
    absent: list[str] = field(default_factory=list)
    """Bills of materials that are imported and not in the tree."""

    def value(self, text: str | None) -> str | Unknown:
        """Return a text with its properties filled in."""
        if text is None:
            return Unknown("it is not given")
        for _ in range(MAX_PARENTS):
            names = _PROPERTY.findall(text)
            if not names:
                return text
            for name in names:
                known = self._property(name)
                if isinstance(known, Unknown):
                    return known
                text = text.replace("${" + name + "}", known)
            if len(text) > MAX_TEXT:
                break
        return Unknown("its properties lead to each other without end")

    def _property(self, name: str) -> str | Unknown:
        if (own := self._coordinate(name)) is not None:
            return own
        for each in self.projects:
            if name in each.properties:
                return each.properties[name]
        if name.startswith(("env.", "java.")):
            return Unknown(f"${{{name}}} is told when it is built")
        if any(name in each.optional for each in self.projects):
            return Unknown(f"the property {name} is set in profiles that may not be active")
        why = f", whose parent {self.missing} is not in the tree" if self.missing else ""
        return Unknown(f"the property {name} is not set in {self.projects[0].file}{why}")

    def _coordinate(self, name: str) -> str | None:
        """Return what `project.version` and the like stand for."""
        bare = name.removeprefix("project.").removeprefix("pom.")
        first = self.projects[0]
        parents = dict(zip(("parent.groupId", "parent.artifactId", "parent.version"), first.parent or (), strict=False))
        if bare in parents and bare != name:
            return parents[bare]
        if bare == name and name != "version":
            return None
        known = {
            "groupId": first.group or parents.get("parent.groupId"),
            "version": first.version or parents.get("parent.version"),
            "artifactId": first.artifact,
        }
        return known.get(bare)

    def managed(self) -> dict[Key, tuple[Wish, Lineage]]:
        """Return what is managed, the nearest declaration first, bills of materials last; with whose words they are."""
        if self._managed is None:
            found: dict[Key, tuple[Wish, Lineage]] = {}
            self._managed = found
            imports: list[Wish] = []
            for each in self.projects:
                for wish in each.managed:
                    if wish.scope == "import" and wish.kind == "pom":
                        imports.append(wish)
                    elif (key := self.key(wish)) is not None and not wish.profile:
                        found.setdefault(key, (wish, self))
            for wish in imports:
                for key, entry in self._imported(wish):
                    found.setdefault(key, entry)
        return self._managed

    def _imported(self, wish: Wish) -> Iterator[tuple[Key, tuple[Wish, Lineage]]]:
        group, artifact = self.value(wish.group), self.value(wish.artifact)
        found = None
        if isinstance(group, str) and isinstance(artifact, str) and self.importing < MAX_IMPORTS:
            found = self.poms.find(group, artifact)
        if found is None:
            self.absent.append(f"{wish.group}:{wish.artifact}:{wish.version}")
            return
        bill = lineage(found, self.poms, self.importing + 1)
        yield from bill.managed().items()
        self.absent.extend(bill.absent)

    def key(self, wish: Wish) -> Key | None:
        """Return what a managed version is looked up by; None where that is not known."""
        parts = [self.value(part) if part else "" for part in (wish.group, wish.artifact, wish.kind, wish.classifier)]
        known = [part for part in parts if isinstance(part, str)]
        return (known[0], known[1], known[2], known[3]) if len(known) == 4 else None


def lineage(start: Project, poms: Poms, importing: int = 0) -> Lineage:
    """Return a project with its parents, as far as they are in the tree."""
    projects = [start]
    while len(projects) < MAX_PARENTS:
        last = projects[-1]
        above = poms.parent(last)
        if above is None or above in projects:
            missing = ":".join(last.parent) if last.parent else ""
            return Lineage(poms, projects, missing, importing)
        projects.append(above)
    return Lineage(poms, projects, "", importing)
