"""What the readers of pipelines share: YAML with its gaps, the places of values, and the commands of scripts."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.shell import Command, split
from bartizan.collect.tree import Tree, Unreadable
from bartizan.collect.yaml import Document, Tag, YamlError, documents
from bartizan.core.place import Gap

MAX_REPEATED = 20
"""Gaps that are told for keys given twice in one file."""
_BLOCK = re.compile(r"(?:^|[\s:])([|>])[0-9+\-]*\s*(?:#.*)?$")


@dataclass(slots=True)
class Source:
    """One YAML file: its documents, and how to say where something in them is written."""

    file: str
    documents: list[Document] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    _sorted: dict[int, list[str]] = field(default_factory=dict)

    def gap(self, why: str, spot: tuple[int, int] = (0, 0), about: str = "") -> None:
        """Note that something in the file could not be read."""
        self.gaps.append(Gap(self.file, why, *spot, about))

    def under(self, path: str, document: int = 0) -> dict[str, tuple[int, int]]:
        """Return the spots of what is within the value at `path`, by their paths from there."""
        spots = self.documents[document].spots
        if not path:
            return dict(spots)
        keys = self._sorted.get(document)
        if keys is None:
            keys = self._sorted[document] = sorted(spots)
        low, high = bisect_left(keys, f"{path}/"), bisect_left(keys, f"{path}0")  # "0" follows "/"
        skip = len(path) + 1
        return {key[skip:]: spots[key] for key in keys[low:high]}

    def spot(self, path: str, document: int = 0) -> tuple[int, int]:
        """Return where the value at `path` is written, or its nearest ancestor that has a place."""
        spots = self.documents[document].spots
        while path:
            if path in spots:
                return spots[path]
            path = path.rpartition("/")[0]
        return (self.documents[document].line if self.documents else 1, 1)

    def line_of(self, spot: tuple[int, int], text: str, offset: int) -> tuple[int, int]:
        """Return where the character at `offset` of a text is, whose key or item is at `spot`."""
        written = self.lines[spot[0] - 1] if 0 < spot[0] <= len(self.lines) else ""
        block = _BLOCK.search(written)
        if block is None:
            return spot
        line = spot[0] + 1 + (text.count("\n", 0, offset) if block[1] == "|" else 0)
        below = self.lines[line - 1] if line <= len(self.lines) else ""
        return line, len(below) - len(below.lstrip()) + 1


def load(tree: Tree, file: str, tag: Tag | None = None) -> Source:
    """Read a YAML file; what cannot be read of it is a gap."""
    source = Source(file)
    try:
        text = tree.text(file)
    except Unreadable as error:
        source.gap(str(error))
        return source
    source.lines = text.splitlines()
    try:
        source.documents.extend(documents(text, tag))
    except YamlError as error:
        why = f"The file is not YAML that can be read: {error.why}. What follows is not seen."
        source.gap(why, (error.line, error.column))
    repeated = [entry for document in source.documents for entry in document.repeated]
    for path, line, column in repeated[:MAX_REPEATED]:
        why = f"The key `{path.rpartition('/')[2]}` is given twice; the last one is read. Remove one of them."
        source.gap(why, (line, column), about=file)
    return source


def commands_of(
    source: Source, text: str, spot: tuple[int, int], macros: bool = False
) -> list[tuple[Command, tuple[int, int]]]:
    """Return the commands of a script that is written at `spot`, each with its place."""
    return [(command, source.line_of(spot, text, command.start)) for command in split(text, macros)]


def listed(value: Any) -> list[Any]:
    """Return a list as it is, nothing as an empty list, and anything else as its only member."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
