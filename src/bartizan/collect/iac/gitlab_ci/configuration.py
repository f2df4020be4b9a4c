"""A configuration with its local includes merged into it, and what of it could not be seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.iac.gitlab_ci.entry import Entry, entries, merged
from bartizan.collect.iac.gitlab_ci.include import Include, includes, local_pattern
from bartizan.collect.iac.gitlab_ci.inputs import declared, filled
from bartizan.collect.pipeline import Source, load
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

MAX_INCLUDES = 500
MAX_MERGED = 500_000
"""Values that the merging of files and jobs may make."""
OVERGROWN = "files and jobs that are merged grow beyond what is followed"


def reference(tag: str, value: Any) -> Any:
    """Make the value of `!reference [job, key]`; other tags are passed over."""
    return {"!reference": value} if tag == "!reference" else value


@dataclass(slots=True)
class Configuration:
    """What one entry file comes to."""

    file: str
    members: dict[str, Entry] = field(default_factory=dict)
    """The global settings and jobs, by name."""
    found: list[tuple[Include, str, tuple[int, int]]] = field(default_factory=list)
    """Includes with the file they stand in and their place."""
    unseen: list[str] = field(default_factory=list)
    """Why it may have more in it than is seen here."""
    children: list[str] = field(default_factory=list)
    """Files that jobs start as pipelines of their own."""
    files: list[str] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    left: int = MAX_MERGED

    def source(self, file: str) -> Source:
        """Return one of the files it was read from."""
        return self.sources[file]


class Loader:
    """Loads configurations from the files of one repository."""

    def __init__(self, tree: Tree, root: str) -> None:
        self._tree = tree
        self._root = f"{root}/" if root else ""
        self._paths = [file for file in tree.files if file.startswith(self._root)]
        self._known = frozenset(self._paths)
        self.sources: dict[str, Source] = {}

    def load(self, file: str) -> Configuration:
        """Return the configuration that begins in a file."""
        configuration = Configuration(file, sources=self.sources)
        self._add(configuration, file, {}, frozenset())
        return configuration

    def _source(self, file: str) -> Source:
        if file not in self.sources:
            self.sources[file] = load(self._tree, file, reference)
            if not self.sources[file].documents and not self.sources[file].gaps:
                self.sources[file].gap("The file is empty.")
        return self.sources[file]

    def _add(self, into: Configuration, file: str, given: dict[str, Any], within: frozenset[str]) -> None:
        """Add a file and, below it, what it includes."""
        source = self._source(file)
        into.files.append(file)
        document = _body(source)
        if document is None:
            if source.documents:
                source.gap("The file is not a mapping of jobs and settings.", (source.documents[-1].line, 1))
            into.unseen.append(f"{file} could not be read")
            return
        members = entries(source, document)
        inputs = declared(source.documents[0].value if document else None, given)
        if inputs:
            members = {
                _named(name, inputs): Entry(filled(each.value, inputs), each.spots) for name, each in members.items()
            }
        if "include" in members:
            for include in includes(members.pop("include").value, "include"):
                self._include(into, include, source, within | {file})
        for name, entry in members.items():
            below = into.members.get(name)
            into.members[name] = entry if below is None else self._merge(into, below, entry)

    def _merge(self, into: Configuration, below: Entry, above: Entry) -> Entry:
        into.left -= len(below.spots)
        if into.left >= 0:
            return merged(below, above)
        into.unseen.append(OVERGROWN)
        return above

    def _include(self, into: Configuration, include: Include, source: Source, within: frozenset[str]) -> None:
        spot = source.spot(include.path, len(source.documents) - 1)
        into.found.append((include, source.file, spot))
        own = [] if include.own is None else self._component(include.own)
        if include.kind != "local" and not own:
            into.unseen.append(f"{include.kind} {_told(include.location)} is included and not here")
            return
        files = own or self.local(include.location)
        if files is None:
            into.unseen.append(f"the include {_told(include.location)} has a variable in it")
        elif not files:
            why = f"The included file `{include.location}` is not there; add it to what is scanned."
            source.gap(why, spot, about=into.file)
            into.unseen.append(f"the included file {include.location} is not there")
        given = include.inputs if isinstance(include.inputs, dict) else {}
        for file in files or ():
            if file in within:
                source.gap(f"The file `{include.location}` includes itself.", spot, about=into.file)
            elif len(into.files) >= MAX_INCLUDES:
                into.unseen.append(f"more than {MAX_INCLUDES} files are included")
            else:
                self._add(into, file, given, within)

    def _component(self, name: str) -> list[str]:
        """Return the file of a component of this repository."""
        paths = (f"templates/{name}.yml", f"templates/{name}/template.yml")
        return [f"{self._root}{path}" for path in paths if f"{self._root}{path}" in self._known]

    def local(self, location: Any) -> list[str] | None:
        """Return the files that a local include names; None where that cannot be seen."""
        if not isinstance(location, str) or "$" in location:
            return None
        if "*" not in location:
            file = self._tree.inside(self._root, location.lstrip("/"))
            return [file] if file in self._known else []
        pattern = local_pattern(location)
        return [file for file in self._paths if pattern.fullmatch(file.removeprefix(self._root))]


def _body(source: Source) -> int | None:
    """Return which document of a file has its jobs: the second, where the first is a `spec`."""
    documents = source.documents
    if not documents:
        return None
    first = documents[0].value
    index = 1 if len(documents) > 1 and isinstance(first, dict) and "spec" in first else 0
    return index if isinstance(documents[index].value, dict) else None


def _named(name: str, inputs: dict[str, Any]) -> str:
    return str(next(iter(filled({name: None}, inputs))))


def _told(location: Any) -> str:
    return "something unknown" if isinstance(location, Unknown) else str(location)
