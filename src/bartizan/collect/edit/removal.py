"""Takes an entry out of what it is in: with its lines, or with its comma."""

from __future__ import annotations

import re

from bartizan.collect.edit.change import Change, line_end, line_start, next_line
from bartizan.collect.edit.node import Entry, Node, Shape

_GAP = re.compile(r"(?:\s+|\#[^\n]*|//[^\n]*|/\*.*?\*/)*+", re.DOTALL)
_REST = re.compile(r"[ \t]*(?:(?:\#|//)[^\n]*|/\*[^\n]*?\*/[ \t]*)?\r?(?:\n|\Z)")


def comma(text: str, at: int) -> int:
    """Return the offset of the comma that follows, -1 where none does."""
    match = _GAP.match(text, at)
    position = at if match is None else match.end()
    return position if text.startswith(",", position) else -1


def begins_line(text: str, at: int) -> bool:
    """Tell whether nothing but white space stands before an offset on its line."""
    return not text[line_start(text, at) : at].strip(" \t")


def ends_line(text: str, at: int) -> bool:
    """Tell whether nothing but white space and a comment stands behind an offset on its line."""
    return _REST.match(text, at) is not None


def removal(text: str, node: Node, entry: Entry, parent: Entry | None) -> list[Change]:
    """Return the changes that take an entry out of a node; `parent` is the entry whose value the node is."""
    if node.shape is Shape.BRACKETS:
        return _from_brackets(text, node, node.entries.index(entry), entry)
    return _from_body(text, node, entry) if node.shape is Shape.BODY else _from_lines(text, node, entry, parent)


def _from_body(text: str, node: Node, entry: Entry) -> list[Change]:
    if not (begins_line(text, entry.start) and ends_line(text, entry.end)):
        first = node.start == entry.start or not text[node.start : entry.start].strip()
        return [Change(node.start if first else entry.start, node.end if first else entry.end, "")]
    start, end = line_start(text, entry.start), next_line(text, entry.end)
    if not text[end : line_end(text, end)].strip() and end < node.end:
        before = text[line_start(text, max(start - 1, 0)) : start].strip()
        if not before or before.endswith("{"):  # two gaps would be left where there was one
            end = next_line(text, end)
    elif (entry.block and text[end:].lstrip(" \t").startswith("}")) or end >= len(text):
        start = _gap_before(text, start)
    return [Change(start, end, "")]


def _gap_before(text: str, start: int) -> int:
    """Return where the blank line before a line begins, where there is one."""
    before = line_start(text, max(start - 1, 0))
    return before if start and not text[before:start].strip() else start


def _from_lines(text: str, node: Node, entry: Entry, parent: Entry | None) -> list[Change]:
    number = node.entries.index(entry)
    begins = text.rfind("-", 0, entry.lead) if node.listed else entry.start
    if len(node.entries) == 1:
        empty = "[]" if node.listed else "{}"
        if parent is None or not parent.key:
            return [Change(begins, entry.end, empty)]
        return [Change(parent.lead, entry.end, f" {empty}")]
    if begins_line(text, begins):
        return [Change(line_start(text, begins), next_line(text, entry.end), "")]
    after = node.entries[number + 1]
    upto = text.rfind("-", 0, after.lead) if node.listed else after.start
    return [Change(begins, upto, "")]


def _from_brackets(text: str, node: Node, number: int, entry: Entry) -> list[Change]:
    behind = comma(text, entry.end)
    end = entry.end if behind < 0 or behind >= node.end else behind + 1
    previous = node.entries[number - 1] if number else None
    last = number == len(node.entries) - 1
    if begins_line(text, entry.start) and ends_line(text, end):
        changes = [Change(line_start(text, entry.start), next_line(text, end), "")]
        before = comma(text, previous.end) if previous is not None and last and end == entry.end else -1
        if 0 <= before < entry.start:
            changes.append(Change(before, before + 1, ""))
        return changes
    if not last:
        after = node.entries[number + 1].start
        upto = after if "\n" not in text[end:after] else end
        return [Change(entry.start, upto, "")]
    if previous is not None:
        return [Change(previous.end, entry.end, "")]
    return [Change(node.start + 1, node.end - 1, "")]
