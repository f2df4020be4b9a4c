"""What jobs take from each other: `extends`, `!reference`, and the defaults of the configuration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bartizan.collect.iac.gitlab_ci.configuration import OVERGROWN, Configuration
from bartizan.collect.iac.gitlab_ci.entry import Entry, Spot, merged, size
from bartizan.collect.pipeline import listed
from bartizan.core.truth import Unknown

MAX_EXTENDS = 11
"""Levels that GitLab allows."""
MAX_REFERENCES = 10
SCRIPTS = ("before_script", "script", "after_script")
GLOBAL = (
    "after_script", "artifacts", "before_script", "cache", "hooks", "id_tokens", "identity", "image", "interruptible",
    "retry", "services", "tags", "timeout",
)  # fmt: skip
"""Keywords that may have a default for all jobs."""
RESERVED = frozenset({
    "after_script", "before_script", "cache", "default", "image", "include", "services", "spec", "stages", "types",
    "variables", "workflow",
})  # fmt: skip
"""Names at the top that are no jobs."""


class Inheritance:
    """Resolves the jobs of one configuration."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._extended: dict[str, tuple[Entry, tuple[str, ...]]] = {}
        self._open: set[str] = set()
        self._defaults: dict[str, Entry | None] = {}

    def extended(self, name: str, depth: int = 0) -> tuple[Entry, tuple[str, ...]]:
        """Return a job with those it extends below it, and why some of it is not seen."""
        if name in self._extended:
            return self._extended[name]
        self._open.add(name)
        entry, unseen = self._configuration.members[name], list[str]()
        parents = listed(entry.value.get("extends")) if isinstance(entry.value, dict) else []
        below = Entry({})
        for parent in parents:
            found, more = self._parent(name, parent, depth)
            unseen.extend(more)
            below = self._merge(below, found)
        self._open.discard(name)
        whole = self._merge(below, entry) if parents else entry
        if parents and self._configuration.left < 0:
            unseen.append(OVERGROWN)
        self._extended[name] = whole, tuple(unseen)
        return self._extended[name]

    def _parent(self, name: str, parent: Any, depth: int) -> tuple[Entry, tuple[str, ...]]:
        configuration = self._configuration
        if not isinstance(parent, str):
            return Entry({}), ("it extends a job whose name is not known",)
        entry = configuration.members.get(parent)
        if entry is None or not isinstance(entry.value, dict):
            if not configuration.unseen:
                self._gap(name, f"The job `{name}` extends `{parent}`, which is not there.")
            return Entry({}), (f"it extends {parent}, which is not here",)
        if parent in self._open or depth >= MAX_EXTENDS:
            self._gap(name, f"The job `{name}` extends itself, or others more than {MAX_EXTENDS} levels deep.")
            return Entry({}), (f"it extends {parent}, which is not followed any further",)
        return self.extended(parent, depth + 1)

    def _gap(self, name: str, why: str) -> None:
        configuration = self._configuration
        place = configuration.members[name].place("extends") or (configuration.file, 0, 0)
        configuration.source(place[0]).gap(why, place[1:], about=f"{configuration.file}#{name}")

    def _merge(self, below: Entry, above: Entry) -> Entry:
        self._configuration.left -= len(below.spots) + len(above.spots)
        return merged(below, above) if self._configuration.left >= 0 else above

    def resolved(self, value: Any, depth: int = 0) -> Any:
        """Return a value with the references in it replaced by what they name; lists within lists are flattened."""
        if isinstance(value, dict):
            if "!reference" in value:
                return self._referenced(value["!reference"], depth)
            return {key: self.resolved(item, depth) for key, item in value.items()}
        if not isinstance(value, list):
            return value
        made: list[Any] = []
        for item in value:
            inner = self.resolved(item, depth)
            spread = isinstance(item, list) or (isinstance(item, dict) and "!reference" in item)
            made.extend(inner if spread and isinstance(inner, list) else [inner])
        return made

    def _referenced(self, path: Any, depth: int) -> Any:
        keys = path if isinstance(path, list) else []
        if not keys or depth >= MAX_REFERENCES:
            return Unknown("a reference that names no part of a job, or is nested too deep")
        entry = self._configuration.members.get(str(keys[0]))
        value = entry.value if entry is not None else None
        if str(keys[0]) not in RESERVED and isinstance(value, dict) and "extends" in value:
            value = self.extended(str(keys[0]))[0].value
        for key in keys[1:]:
            value = value.get(key) if isinstance(value, dict) else None
        if value is None:
            return Unknown(f"it is a reference to {'.'.join(map(str, keys))}, which is not here")
        self._configuration.left -= size(value, max(self._configuration.left, 0))
        if self._configuration.left < 0:
            return Unknown(OVERGROWN)
        return self.resolved(value, depth + 1)

    def default(self, key: str, job: dict[str, Any]) -> Entry | None:
        """Return what a job has by default: of `default`, or of the older settings at the top."""
        inherit = job.get("inherit")
        allowed = inherit.get("default", True) if isinstance(inherit, dict) else True
        if allowed is False or (isinstance(allowed, list) and key not in allowed):
            return None
        if key not in self._defaults:
            self._defaults[key] = self._default(key)
        found = self._defaults[key]
        self._configuration.left -= len(found.spots) + 1 if found is not None else 0
        return found if found is None or self._configuration.left >= 0 else Entry(Unknown(OVERGROWN))

    def _default(self, key: str) -> Entry | None:
        members = self._configuration.members
        default = members.get("default")
        if default is not None and isinstance(default.value, dict) and key in default.value:
            found = default.inner(key)
        elif key in RESERVED and key in members:
            found = members[key]
        else:
            return None
        return self.spread(found) if key in SCRIPTS else Entry(self.resolved(found.value), found.spots)

    def spread(self, entry: Entry) -> Entry:
        """Return the lines of a script with references and lists within it laid out, each with its place."""
        lines: list[Any] = []
        spots: dict[str, Spot] = {}
        for place, item in _laid_out(entry.value, ""):
            resolved = self.resolved(item)
            for line in resolved if isinstance(resolved, list) else [resolved]:
                spot = entry.place(place)
                if spot is not None:
                    spots[str(len(lines))] = spot
                lines.append(line)
        if "" in entry.spots:
            spots[""] = entry.spots[""]
        return Entry(lines, spots)


def _laid_out(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield what is in a list and in the lists within it, each with its path."""
    for index, item in enumerate(value) if isinstance(value, list) else ():
        here = f"{path}/{index}" if path else str(index)
        if isinstance(item, list):
            yield from _laid_out(item, here)
        else:
            yield here, item
    if not isinstance(value, list) and value is not None:
        yield path, value
