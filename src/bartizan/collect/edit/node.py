"""The tree of places of a file: what stands where, in any of the languages that can be edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from bartizan.collect.edit.change import Refused


class Shape(Enum):
    """How a value is written."""

    LINES = "lines"
    """By indentation, an entry a line: YAML's block style."""
    BODY = "body"
    """Attributes and blocks of HCL."""
    BRACKETS = "brackets"
    """Between brackets, entries apart by commas (in an object of HCL, line ends do too)."""
    PLAIN = "plain"
    """A single value that is known from its text alone."""
    COMPUTED = "computed"
    """An expression, an alias, a call: something that stands for a value written elsewhere."""


@dataclass(slots=True)
class Node:
    """A value: where it stands, and what is in it."""

    shape: Shape
    start: int
    end: int
    listed: bool = False
    """Whether its entries have positions instead of keys."""
    entries: list[Entry] = field(default_factory=list)
    value: Any = None
    """Of a plain value: a text, a number, true, false or nothing."""
    anchored: bool = False
    """Whether an alias elsewhere stands for it too."""


@dataclass(slots=True)
class Entry:
    """One entry of a value: an attribute, a block, a member."""

    key: str
    """Empty in a list."""
    start: int
    """Where its key begins, or the member itself in a list."""
    end: int
    node: Node
    labels: tuple[str, ...] = ()
    block: bool = False
    """A block of HCL."""
    lead: int = 0
    """Where what stands between the key (or dash) and the value begins."""


Step = tuple[Node, Entry]
"""An entry, and what it is in."""


def plain(node: Node, text: str, without: Entry | None = None) -> object:
    """Return all that a tree says, in a form to compare; `without` is left out."""
    if node.shape in (Shape.PLAIN, Shape.COMPUTED):
        return text[node.start : node.end].strip()
    told = [
        (entry.key, entry.labels, plain(entry.node, text, without)) for entry in node.entries if entry is not without
    ]
    return (node.listed, told)


def found(root: Node, at: int, key: str = "") -> list[Step]:
    """Return the way to the entry that begins at an offset, the root's entry first.

    Where several begin there (the first key of a mapping that is a member), `key` chooses; without one it is the
    outermost. Raises `Refused` where nothing does.
    """
    way: list[Step] = []
    here = root
    candidates: list[list[Step]] = []
    while True:
        entry = next((each for each in here.entries if each.start <= at <= each.end), None)
        if entry is None:
            break
        way = [*way, (here, entry)]
        if entry.start == at:
            candidates.append(way)
        here = entry.node
    named = [each for each in candidates if key and each[-1][1].key == key]
    if not candidates:
        raise Refused("Nothing begins at the place that was told: the file was made by another program, or changed.")
    return (named or candidates)[0]


def walked(way: Sequence[Step], node: Node, path: Sequence[str]) -> tuple[list[Step], list[str]]:
    """Follow a path from a node; return the way (with what led to the node) and the part that is not there."""
    steps, rest = list(way), list(path)
    while rest:
        entry = _entry(node, rest)
        if entry is None:
            break
        rest = rest[1:]
        if entry.block and rest and rest[0].isdigit():
            rest = rest[1:]
        steps.append((node, entry))
        node = entry.node
    return steps, rest


def _entry(node: Node, path: Sequence[str]) -> Entry | None:
    key = path[0]
    if node.listed:
        return node.entries[int(key)] if key.isdigit() and int(key) < len(node.entries) else None
    if node.shape is not Shape.BODY:
        return next((each for each in reversed(node.entries) if each.key == key), None)
    attribute = next((each for each in node.entries if each.key == key and not each.block), None)
    if attribute is not None:
        return attribute
    if any(each.key == "dynamic" and each.labels == (key,) for each in node.entries):
        raise Refused(f"The blocks `{key}` are made by a dynamic block; change what it is made for.")
    blocks = [each for each in node.entries if each.block and each.key == key]
    number = int(path[1]) if len(path) > 1 and path[1].isdigit() else 0
    return blocks[number] if number < len(blocks) else None


def entries(node: Node) -> Iterator[Step]:
    """Yield every entry of a tree with what it is in, outermost first."""
    pending = [node]
    while pending:
        here = pending.pop()
        for entry in here.entries:
            yield here, entry
            pending.append(entry.node)
