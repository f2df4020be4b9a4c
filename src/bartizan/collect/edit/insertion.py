"""Puts an entry into what it is to be in, written as its neighbours are."""

from __future__ import annotations

from typing import Any

from bartizan.collect.edit.change import Change, Refused, indentation, line_end, line_start, next_line
from bartizan.collect.edit.language import Language, Writing
from bartizan.collect.edit.node import Entry, Node, Shape
from bartizan.collect.edit.removal import begins_line, comma


def insertion(text: str, node: Node, parent: Entry | None, key: str, value: Any, writing: Writing) -> list[Change]:
    """Return the changes that put an entry into a node; raises `Refused` where it takes none.

    `parent` is the entry whose value the node is. A mapping as the value of a key in a body of HCL is a block.
    """
    if node.shape is Shape.BODY:
        return _into_body(text, node, key, value, writing)
    if node.shape is Shape.BRACKETS:
        return _into_brackets(text, node, key, value, writing)
    if node.shape is Shape.LINES:
        return _into_lines(text, node, key, value, writing)
    if node.shape is Shape.PLAIN and node.value is None and parent is not None and writing.of is Language.YAML:
        deeper = " " * (parent.start - line_start(text, parent.start)) + writing.unit
        inside = writing.lines(key, value, deeper)
        return [Change(node.start, node.end, f"{writing.eol}{deeper}{inside}")]
    raise Refused(f"There is no place for `{key}`: what should hold it is computed elsewhere.")


def _into_body(text: str, node: Node, key: str, value: Any, writing: Writing) -> list[Change]:
    outer = indentation(text, node.start - 1) if node.start else ""
    indent = indentation(text, node.entries[0].start) if node.entries else outer + (writing.unit if node.start else "")
    one_line = node.start > 0 and "\n" not in text[node.start : node.end]
    if one_line:
        indent = outer + writing.unit
        kept = "".join(f"{indent}{text[each.start : each.end]}{writing.eol}" for each in node.entries)
        new = _body_entry(key, value, indent, 0, writing)
        return [Change(node.start, node.end, f"{writing.eol}{kept}{indent}{new}{writing.eol}{outer}")]
    attributes = [each for each in node.entries if not each.block]
    if isinstance(value, dict) or not attributes:
        blocks = isinstance(value, dict) and bool(node.entries)
        at = line_start(text, node.end) if begins_line(text, node.end) else node.end
        gap = writing.eol if blocks else ""
        if not isinstance(value, dict) and node.entries:
            at, gap = line_start(text, node.entries[0].start), ""
        return [Change(at, at, f"{gap}{indent}{_body_entry(key, value, indent, 0, writing)}{writing.eol}")]
    last = attributes[-1]
    width = text.index("=", last.start) - last.start - 1
    new = f"{indent}{_body_entry(key, value, indent, width if len(key) <= width else 0, writing)}{writing.eol}"
    at = next_line(text, last.end)
    return [Change(at, at, new if text[:at].endswith("\n") else f"{writing.eol}{new}")]


def _body_entry(key: str, value: Any, indent: str, width: int, writing: Writing) -> str:
    return writing.block(key, value, indent) if isinstance(value, dict) else writing.member(key, value, indent, width)


def _into_brackets(text: str, node: Node, key: str, value: Any, writing: Writing) -> list[Change]:
    if not node.entries:
        if text[node.start + 1 : node.end - 1].strip():
            raise Refused("There is a comment where the new entry would stand.")
        padded = writing.of is Language.HCL and not node.listed
        inside = writing.member(key, value, "")
        return [Change(node.start + 1, node.end - 1, f" {inside} " if padded else inside)]
    last = node.entries[-1]
    behind = comma(text, last.end)
    trailing = 0 <= behind < node.end
    end = behind + 1 if trailing else last.end
    if not begins_line(text, last.start):
        new = writing.member(key, value, "")
        return [Change(end, end, f" {new}" if trailing else f", {new}")]
    indent = indentation(text, last.start)
    width = text.index("=", last.start) - last.start - 1 if writing.of is Language.HCL and not node.listed else 0
    new = f"{writing.eol}{indent}{writing.member(key, value, indent, max(width, 0))}"
    by_lines = writing.of is Language.HCL and not node.listed and not trailing
    separator = "" if trailing or by_lines else ","
    stop = line_end(text, end)
    if stop >= node.end:
        return [Change(end, end, f"{separator}{new}{',' if trailing else ''}")]
    changes = [Change(stop, stop, f"{new}{',' if trailing else ''}")]
    return [Change(end, end, separator), *changes] if separator and end != stop else _joined(changes, separator)


def _joined(changes: list[Change], separator: str) -> list[Change]:
    return [Change(each.start, each.end, f"{separator}{each.text}") for each in changes]


def _into_lines(text: str, node: Node, key: str, value: Any, writing: Writing) -> list[Change]:
    last = node.entries[-1]
    first = node.entries[0]
    begins = text.rfind("-", 0, first.lead) if node.listed else first.start
    indent = " " * (begins - line_start(text, begins))
    new = writing.lines(key, value, indent + ("  " if node.listed else ""))
    new = f"- {new}" if node.listed else new
    at = next_line(text, last.end)
    if not text[:at].endswith("\n"):
        return [Change(at, at, f"{writing.eol}{indent}{new}")]
    return [Change(at, at, f"{indent}{new}{writing.eol}")]
