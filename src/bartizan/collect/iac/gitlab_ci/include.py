"""Includes of a configuration: what they name, and which files of the repository that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bartizan.collect.pipeline import listed
from bartizan.core.truth import Unknown

_COMMIT = re.compile(r"[0-9a-f]{40}$|[0-9a-f]{64}$")
_COMMIT_WITHIN = re.compile(r"(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])")
_OWN = re.compile(r"\$\{?CI_SERVER_(?:FQDN|HOST)\}?/\$\{?CI_PROJECT_PATH\}?/([\w.-]+)@")
_URL = re.compile(r"https?://", re.IGNORECASE)
_WILDCARDS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}
KINDS = ("local", "remote", "template", "project", "component", "artifact")


@dataclass(frozen=True, slots=True, kw_only=True)
class Include:
    """One include."""

    kind: str
    """`local`, `remote`, `template`, `project`, `component` or `artifact`."""
    location: Any
    """Path, URL, name or address; a list of paths for several files of a project."""
    path: str
    """Where in the file it is written: `include/0`."""
    project: Any = None
    ref: Any = None
    integrity: Any = None
    inputs: Any = None
    conditional: bool = False
    """Whether rules decide if it is included."""

    @property
    def pinned(self) -> bool | Unknown | None:
        """Whether what is included cannot change behind its back; null for local files and GitLab's own templates."""
        if self.kind == "project":
            return _fixed(self.ref, _COMMIT.match)
        if self.kind == "remote":
            return True if self.integrity is not None else _fixed(self.location, _COMMIT_WITHIN.search)
        return _fixed(self.version, _COMMIT.match) if self.kind == "component" else None

    @property
    def version(self) -> str | Unknown | None:
        """What comes behind `@` in the address of a component."""
        if self.kind != "component" or isinstance(self.location, Unknown):
            return self.location if isinstance(self.location, Unknown) else None
        return str(self.location).rpartition("@")[2] if "@" in str(self.location) else None

    @property
    def own(self) -> str | None:
        """The name of a component of this very repository; None for any other include."""
        match = _OWN.match(self.location) if self.kind == "component" and isinstance(self.location, str) else None
        return match[1] if match else None

    def value(self) -> dict[str, Any]:
        """Return the include JSON-like."""
        return {
            "kind": self.kind,
            "location": self.location,
            "project": self.project,
            "ref": self.ref if self.kind == "project" else self.version,
            "pinned": self.pinned,
            "integrity": self.integrity,
            "inputs": sorted(self.inputs) if isinstance(self.inputs, dict) else [],
            "conditional": self.conditional,
        }


def _fixed(text: Any, match: Callable[[str], object]) -> bool | Unknown:
    """Return whether a text names a commit; unknown where it has a variable in it."""
    if isinstance(text, Unknown):
        return Unknown(text.why)
    if text is None:
        return False
    return Unknown("it has a variable in it") if "$" in str(text) else match(str(text)) is not None


def includes(given: Any, path: str) -> Iterator[Include]:
    """Yield what an `include` says, in any of its forms; what has none of them is passed over."""
    several = isinstance(given, list)
    for index, each in enumerate(listed(given)):
        here = f"{path}/{index}" if several else path
        if isinstance(each, str):
            yield Include(kind="remote" if _URL.match(each) else "local", location=each, path=here)
        elif isinstance(each, dict):
            kind = next((kind for kind in KINDS if kind in each), None)
            if kind is not None:
                yield _include(kind, each, here)


def _include(kind: str, each: dict[str, Any], path: str) -> Include:
    return Include(
        kind=kind,
        location=each.get("file") if kind == "project" else each[kind],
        path=path,
        project=each.get("project"),
        ref=each.get("ref"),
        integrity=each.get("integrity"),
        inputs=each.get("inputs"),
        conditional="rules" in each,
    )


def local_pattern(location: str) -> re.Pattern[str]:
    """Return what matches the paths, from the root of the repository, that a local include names."""
    path = location.lstrip("/").removeprefix("./")
    pieces = re.split(r"(\*\*/?|\*)", path)
    return re.compile("".join(_WILDCARDS.get(piece) or re.escape(piece) for piece in pieces))
