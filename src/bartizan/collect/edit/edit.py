"""The edits: remove what stands at a place, set a value below it, drop members of a list.

A place is a line and a column as the readers tell them, and a path below it (`metadata_options/0/http_tokens`). Each
returns the new text, after it has compared the trees of both: nothing but the thing named may have changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bartizan.collect.edit.change import Change, Refused, changed, newline, offset
from bartizan.collect.edit.insertion import insertion
from bartizan.collect.edit.language import Language, Writing, inner, language, parsed
from bartizan.collect.edit.node import Node, Shape, Step, entries, found, plain, walked
from bartizan.collect.edit.removal import removal


@dataclass(frozen=True, slots=True)
class Spot:
    """What an edit is about: a place in a file, and a path below it."""

    line: int
    column: int
    path: tuple[str, ...] = ()
    key: str = ""
    """What is known to stand there, where two things begin at one place."""


@dataclass(frozen=True, slots=True)
class Target:
    """A spot that was looked up."""

    text: str
    language: Language
    root: Node
    steps: Sequence[Step]
    """The way to the last entry that is there."""
    rest: tuple[str, ...]
    """The part of the path that is not there."""
    embedded: bool = False

    @property
    def node(self) -> Node:
        """The value that the way ends at."""
        return self.steps[-1][1].node if self.steps else self.root

    @property
    def raw(self) -> str:
        """That value as written."""
        return self.text[self.node.start : self.node.end]

    @property
    def writing(self) -> Writing:
        """Return how values are written there."""
        of = Language.JSON if self.embedded else self.language
        return Writing(of, newline(self.text))


def looked_up(file: str, text: str, spot: Spot) -> Target:
    """Find what a spot is about; raises `Refused`."""
    of = language(file, text)
    root = parsed(text, of)
    way = _way(root, text, spot, of)
    steps, rest = walked(way, way[-1][1].node if way else root, spot.path)
    node = steps[-1][1].node if steps else root
    embedded = None
    if rest and node.shape in (Shape.PLAIN, Shape.COMPUTED):
        embedded = inner(text, node, of)
    if embedded is not None:
        steps, rest = walked(steps, embedded, rest)
    shared = next((entry for _, entry in steps if entry.node.anchored), None)
    if shared is not None:
        raise Refused("The value is named by an anchor and used in other places of the file too.")
    return Target(text, of, root, steps, tuple(rest), embedded is not None)


def _way(root: Node, text: str, spot: Spot, of: Language) -> list[Step]:
    if of is Language.JSON and spot.line == 1 and spot.column == 1:
        return []
    at = offset(text, spot.line, spot.column)
    try:
        return found(root, at, spot.key)
    except Refused:
        if spot.column != 1:
            raise
    stop = text.find("\n", at)
    line = text[at : len(text) if stop < 0 else stop]
    return found(root, at + len(line) - len(line.lstrip(" \t")), spot.key)


def removed(file: str, text: str, spot: Spot) -> str:
    """Return a text without the entry at a spot; raises `Refused`."""
    target = looked_up(file, text, spot)
    if target.rest or not target.steps:
        raise Refused(f"There is no `{'/'.join(target.rest) or 'entry'}` to remove.")
    node, entry = target.steps[-1]
    if node is target.root and target.language is Language.YAML:
        return _without_document(target)
    parent = target.steps[-2][1] if len(target.steps) > 1 else None
    new = changed(text, removal(text, node, entry, parent))
    if plain(target.root, text, entry) != _again(file, new, target) and not target.embedded:
        raise Refused("More than the thing itself would change; take it out by hand.")
    _sound(file, new, target, spot)
    return new


def _again(file: str, text: str, target: Target) -> object:
    return plain(parsed(text, target.language), text)


def _sound(file: str, text: str, target: Target, spot: Spot) -> None:
    """Make sure that what is embedded still parses; raises `Refused`."""
    if target.embedded:
        way, rest = target.steps, parsed(text, target.language)
        outer = next((entry for _, entry in way if entry.node.shape in (Shape.PLAIN, Shape.COMPUTED)), None)
        again = next((each for _, each in entries(rest) if outer is not None and each.start == outer.start), None)
        if outer is None or again is None or inner(text, again.node, target.language) is None:
            raise Refused("The document within the text could not be changed exactly.")


def _without_document(target: Target) -> str:
    """Return a stream without one of its documents, with the line that parts it from its neighbour."""
    text, root = target.text, target.root
    number = next(n for n, each in enumerate(root.entries) if each is target.steps[-1][1])
    if len(root.entries) == 1:
        raise Refused("It is all that is in the file; delete the file.")
    if number == 0:
        start, end = root.entries[0].start, root.entries[1].start
    else:
        start, end = _marker(text, root.entries[number].start), root.entries[number].end
        end = text.find("\n", end) + 1 or len(text)
    new = text[:start] + text[end:]
    before = plain(root, text, root.entries[number])
    if plain(parsed(new, target.language), new) != before:
        raise Refused("The document cannot be taken out without others changing.")
    return new


def _marker(text: str, at: int) -> int:
    found_at = text.rfind("\n---", 0, at)
    if found_at < 0:
        raise Refused("The line that begins the document was not found.")
    return found_at + 1


def put(file: str, text: str, spot: Spot, value: Any, *, over: bool = False) -> str:
    """Return a text with a value set at a spot, where it is written or where it should be; raises `Refused`.

    `over`: also where an expression stands there, whatever it comes to.
    """
    target = looked_up(file, text, spot)
    writing = target.writing
    if not target.rest:
        changes = _replaced(target, value, writing, over)
        top = target.steps[-1][1] if target.steps else None
    else:
        key, given = _wrapped(target, value)
        parent = target.steps[-1][1] if target.steps else None
        empty = target.node.shape is Shape.PLAIN
        top = parent if empty else None
        changes = insertion(text, target.node, parent, key, given, writing)
    new = changed(text, changes)
    _only(file, new, target, spot, top)
    return new


def _wrapped(target: Target, value: Any) -> tuple[str, Any]:
    """Return the first key that is missing, and what goes below it."""
    key, *deeper = (each for each in target.rest if not each.isdigit())
    if target.node.shape is not Shape.BODY and any(each.isdigit() for each in target.rest):
        raise Refused(f"There is no member for `{'/'.join(target.rest)}`.")
    for name in reversed(deeper):
        value = {name: value}
    return key, value


def _replaced(target: Target, value: Any, writing: Writing, over: bool) -> list[Change]:
    node = target.node
    if node.shape is Shape.COMPUTED and not over:
        raise Refused(f"The value is `{target.raw.splitlines()[0][:60]}`, which is written elsewhere.")
    if node.shape not in (Shape.PLAIN, Shape.COMPUTED) and not isinstance(value, list | dict):
        raise Refused("What stands there is no single value.")
    if node.shape is Shape.LINES:
        start = target.steps[-1][1].lead
        return [Change(start, node.end, f" {writing.flat(value)}")]
    lead = " " if node.start == node.end else ""
    return [Change(node.start, node.end, lead + writing.flat(value))]


def _only(file: str, new: str, target: Target, spot: Spot, top: Any) -> None:
    """Make sure that the value can be found where it was put and all else is as it was; raises `Refused`."""
    again = looked_up(file, new, spot)
    if again.rest:
        raise Refused("The value could not be put where it is read from.")
    depth = len(target.steps) - (1 if top is not None else 0)
    fresh = again.steps[depth][1] if depth < len(again.steps) else None
    if target.embedded:
        return
    if plain(target.root, target.text, top) != plain(again.root, new, fresh):
        raise Refused("More than the value itself would change; set it by hand.")


def dropped(file: str, text: str, spot: Spot, unwanted: Callable[[object], bool]) -> str:
    """Return a text without those members of the list at a spot that are unwanted; raises `Refused`.

    A single value that stands for a list of one is not touched: `Refused`, as where nothing is unwanted.
    """
    target = looked_up(file, text, spot)
    if target.rest or not target.node.listed:
        raise Refused("There is no list whose members could be taken out.")
    gone = [each for each in target.node.entries if each.node.shape is Shape.PLAIN and unwanted(each.node.value)]
    if not gone:
        raise Refused("The list has no such member written out.")
    for _ in gone:
        target = looked_up(file, text, spot)
        entry = next(
            each for each in target.node.entries if each.node.shape is Shape.PLAIN and unwanted(each.node.value)
        )
        new = changed(text, removal(text, target.node, entry, target.steps[-1][1] if target.steps else None))
        if not target.embedded and plain(target.root, text, entry) != _again(file, new, target):
            raise Refused("More than the member itself would change; take it out by hand.")
        text = new
    return text


def members(file: str, text: str, spot: Spot) -> list[object] | None:
    """Return what the list at a spot holds, None where it is no list that is written out; raises `Refused`.

    A single text stands for a list of one.
    """
    target = looked_up(file, text, spot)
    if target.rest:
        return None
    if target.node.shape is Shape.PLAIN:
        return [target.node.value]
    if not target.node.listed or any(each.node.shape is not Shape.PLAIN for each in target.node.entries):
        return None
    return [each.node.value for each in target.node.entries]
