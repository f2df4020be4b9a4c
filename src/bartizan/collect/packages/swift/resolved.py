"""A `Package.resolved` as packages. A package is named by where its repository is, as advisories name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bartizan.collect.format import Unit
from bartizan.collect.lockfile import LockFile, beside, opened, optional, reading, rows, table, word, word_or_none
from bartizan.collect.package import NOT_TOLD, Package
from bartizan.collect.resource import Reading
from bartizan.collect.tree import Tree
from bartizan.core.truth import Unknown

_LINES = re.compile(r'"(?:location|repositoryURL)"\s*:\s*"([^"]+)"')
_ASKED = re.compile(r"""\.package\s*\([^)]{0,400}?url\s*:\s*"([^"]+)\"""", re.DOTALL)
_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
_SHORT = re.compile(r"[\w.-]+@([^:/]+):(.+)$")
_SCHEME = re.compile(r"[a-z+]+://(?:[^@/]*@)?", re.IGNORECASE)


def read(unit: Unit, tree: Tree) -> Reading:
    """Read what was resolved, with the manifest that asked for it."""
    lock = opened(tree, unit.root)
    data = lock.json()
    manifest = optional(tree, beside(unit.root, "Package.swift"))
    asked = None
    if manifest is not None and manifest.readable:
        asked = {repository(url) for url in _ASKED.findall(_COMMENT.sub("", manifest.text))}
    lines = lock.lines(_LINES)
    packages = lock.each(lock.shaped(lambda: _pins(data)), lambda pin: _package(lock, pin, lines, asked))
    return reading(packages, [*lock.gaps, *(manifest.gaps if manifest else ())])


def _pins(data: dict[str, Any]) -> list[Any]:
    inside = table(data.get("object"), "object") if "object" in data else data
    return rows(inside.get("pins"), "pins")


def _package(lock: LockFile, pin: Any, lines: dict[str, int], asked: set[str] | None) -> Iterator[Package]:
    pin = table(pin, "a pin")
    location = word(pin.get("location") or pin.get("repositoryURL"), "where a package is")
    if pin.get("kind") in ("localSourceControl", "fileSystem"):
        return
    state = table(pin.get("state"), "a state")
    version = word_or_none(state.get("version"))
    name = word(pin.get("identity"), "an identity") if pin.get("kind") == "registry" else repository(location)
    yield Package(
        ecosystem="SwiftURL",
        name=name,
        version=version or Unknown(_pinned(state)),
        place=lock.place(lines.get(location)),
        direct=NOT_TOLD if asked is None else name in asked,
        needed_by=NOT_TOLD,
    )


def _pinned(state: dict[str, Any]) -> str:
    branch = word_or_none(state.get("branch"))
    return f"it is pinned to a commit of the branch {branch}" if branch else "it is pinned to a commit"


def repository(url: str) -> str:
    """Return the name of a repository: its host and path, however its address is written."""
    short = _SHORT.match(url)
    plain = f"{short[1]}/{short[2]}" if short and "://" not in url else _SCHEME.sub("", url, count=1)
    return plain.rstrip("/").removesuffix(".git")
