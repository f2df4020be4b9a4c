"""Places in YAML: block and flow style, several documents, anchors and tags."""

from __future__ import annotations

import re
from typing import Any

import yaml

from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.node import Entry, Node, Shape

MAX_DEPTH = 200
_COLON = re.compile(r"[ \t]*:")
_WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def parsed(text: str) -> Node:
    """Return the documents of a stream as members of a list; raises `Refused` for what is not YAML."""
    try:
        return _Builder(text).stream()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark is not None else ""
        raise Refused(f"The file is not YAML as it stands{where}; a template cannot be edited.") from None


class _Builder:
    """Makes the tree of a stream from its events. Not recursive: a file may be nested without end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._shift = 1 if text.startswith("\ufeff") else 0
        self._root = Node(Shape.LINES, 0, len(text), listed=True)
        self._open: list[Node] = [self._root]
        self._keys: list[tuple[str, int, int] | None] = [None]
        self._anchors: dict[str, Node] = {}

    def stream(self) -> Node:
        for event in yaml.parse(self._text[self._shift :], Loader=yaml.SafeLoader):
            if isinstance(event, yaml.DocumentStartEvent):
                self._anchors = {}
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                self._enter(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self._leave(event)
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.AliasEvent):
                if event.anchor in self._anchors:
                    self._anchors[event.anchor].anchored = True
                self._add(Node(Shape.COMPUTED, self._at(event.start_mark), self._at(event.end_mark)))
        return self._root

    def _at(self, mark: Any) -> int:
        return int(mark.index) + self._shift

    def _enter(self, event: Any) -> None:
        if len(self._open) > MAX_DEPTH:
            raise Refused("The file is nested too deep to be edited.")
        if self._wants_key():
            raise Refused("A key of the file is itself a mapping or a list; a template cannot be edited.")
        shape = Shape.BRACKETS if event.flow_style else Shape.LINES
        tagged = event.tag is not None and event.tag.startswith("!")
        start = self._at(event.start_mark)
        node = Node(Shape.COMPUTED if tagged else shape, start, start, isinstance(event, yaml.SequenceStartEvent))
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._open.append(node)
        self._keys.append(None)

    def _leave(self, event: Any) -> None:
        node = self._open.pop()
        self._keys.pop()
        last = node.entries[-1].end if node.entries else node.start
        flow = self._text[self._at(event.end_mark) - 1 : self._at(event.end_mark)] in ("]", "}")
        node.end = self._at(event.end_mark) if node.shape is Shape.BRACKETS or (flow and not node.entries) else last
        if node.shape is Shape.COMPUTED:
            node.end = max(last, self._at(event.end_mark) if flow else last)
        elif node.shape is Shape.BRACKETS:
            node.start = self._text.index("[" if node.listed else "{", node.start)
        self._add(node)

    def _wants_key(self) -> bool:
        here = self._open[-1]
        return not here.listed and self._keys[-1] is None

    def _scalar(self, event: Any) -> None:
        start, end = self._at(event.start_mark), self._at(event.end_mark)
        if self._wants_key():
            colon = _COLON.match(self._text, end)
            if colon is None:
                raise Refused("A key of the file stands apart from its value; such files are not edited.")
            self._keys[-1] = (event.value, start, colon.end())
            return
        if event.style in ("|", ">"):
            end = len(self._text[:end].rstrip("\r\n"))
        if start == end:
            start = end = self._empty(start)
        tagged = event.tag is not None and event.tag.startswith("!")
        node = Node(Shape.COMPUTED if tagged else Shape.PLAIN, start, end, value=_value(event))
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._add(node)

    def _empty(self, at: int) -> int:
        """Return where a value that is not written would stand: behind its key or dash."""
        key = self._keys[-1]
        if key is not None:
            return key[2]
        dash = self._text.rfind("-", 0, at)
        return at if dash < 0 or self._text[dash + 1 : at].strip() else dash + 1

    def _add(self, node: Node) -> None:
        here = self._open[-1]
        key = self._keys[-1]
        if here.listed:
            lead = node.start
            if here is not self._root and here.shape is Shape.LINES:
                lead = self._text.rfind("-", 0, node.start or 1) + 1
            here.entries.append(Entry("", node.start, node.end, node, lead=lead))
            return
        if key is None:
            raise Refused("A key of the file is an alias; such files are not edited.")
        here.entries.append(Entry(key[0], key[1], max(node.end, key[2]), node, lead=key[2]))
        self._keys[-1] = None


def _value(event: Any) -> object:
    if event.style or event.tag is not None:
        return event.value
    text: str = event.value
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if re.fullmatch(r"[-+]?(0|[1-9][0-9]*)", text) else text
