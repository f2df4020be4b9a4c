"""Which files of a tree are Compose files, and which of them are read together."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from bartizan.collect.format import Unit
from bartizan.collect.iac.compose.includes import included_files
from bartizan.collect.tree import Tree

DEFAULTS = ("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml")
"""What Compose looks for in a directory, the first that is there."""
OVERRIDES = (
    "compose.override.yaml", "compose.override.yml", "docker-compose.override.yaml", "docker-compose.override.yml",
)  # fmt: skip
"""What it lays over that file unasked, likewise."""
_NAME = re.compile(r"(?:.+[._-])?(?:docker-)?compose(?:[._-].+)?\.ya?ml", re.IGNORECASE)
_SECTION = re.compile(rb"^[\"']?(?:services|include)[\"']?[ \t]*:", re.MULTILINE)


def find_units(tree: Tree) -> Iterator[Unit]:
    """Yield a unit for each Compose file, with the override that Compose lays over it by default.

    A file that another includes or lays over itself is part of that one.
    """
    files = [file for file in tree.files if _is_compose(tree, file)]
    named: dict[str, set[str]] = {}
    for file in files:
        named.setdefault(posixpath.dirname(file), set()).add(posixpath.basename(file))
    units = {file: _with_override(file, named[posixpath.dirname(file)]) for file in files}
    overrides = {member for members in units.values() for member in members[1:]}
    included = {inner for file in files for inner in included_files(file, tree)}
    for file, members in units.items():
        if file not in overrides | included:
            yield Unit("compose", file, tuple(sorted(members)))


def _is_compose(tree: Tree, file: str) -> bool:
    name = posixpath.basename(file)
    if name in DEFAULTS:
        return True
    return _NAME.fullmatch(name) is not None and _SECTION.search(tree.head(file)) is not None


def default_file(names: set[str]) -> str | None:
    """Return the name of the file that Compose reads in a directory with these files."""
    return next((name for name in DEFAULTS if name in names), None)


def _with_override(file: str, names: set[str]) -> list[str]:
    directory, name = posixpath.split(file)
    override = next((each for each in OVERRIDES if each in names), None)
    if override is None or name != default_file(names):
        return [file]
    return [file, posixpath.join(directory, override)]
