"""Places in JSON, with the comments and trailing commas that people write in it."""

from __future__ import annotations

import json
import re

from bartizan.collect.edit.change import Refused
from bartizan.collect.edit.node import Entry, Node, Shape

MAX_DEPTH = 200
_SPACE = re.compile(r"(?:[ \t\r\n\ufeff]+|//[^\n]*|/\*.*?\*/)*+", re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_TEMPLATE = re.compile(r'"(?:\$\{(?:[^{}"]|"[^"\n]*"|\{[^{}]*\})*\}|[^"\\\n]|\\.)*"')
_WORD = re.compile(r"[^\s,\]}:\[{\"]+")


def parsed(text: str, start: int = 0, end: int | None = None, templates: bool = False) -> Node:
    """Return the value in a stretch of text; raises `Refused` for what is not JSON.

    `templates`: texts may have `${...}` in them, with quotes of their own.
    """
    return _Reader(text, start, len(text) if end is None else end, templates).whole()


class _Reader:
    """Reads one value."""

    def __init__(self, text: str, start: int, end: int, templates: bool) -> None:
        self.text, self.at, self.end = text, start, end
        self.string = _TEMPLATE if templates else _STRING

    def whole(self) -> Node:
        node = self._value(0)
        self._skip()
        if self.at < self.end:
            raise Refused(f"The text is not JSON: something follows its end at offset {self.at}.")
        return node

    def _skip(self) -> None:
        match = _SPACE.match(self.text, self.at, self.end)
        if match is not None:
            self.at = match.end()

    def _next(self) -> str:
        self._skip()
        return self.text[self.at : self.at + 1] if self.at < self.end else ""

    def _value(self, depth: int) -> Node:
        character = self._next()
        if depth > MAX_DEPTH:
            raise Refused("The text is nested too deep to be edited.")
        if character and character in "{[":
            return self._brackets(depth, character == "[")
        start = self.at
        match = (self.string if character == '"' else _WORD).match(self.text, self.at, self.end)
        if match is None:
            raise Refused(f"The text is not JSON at offset {start}.")
        self.at = match.end()
        return Node(Shape.PLAIN, start, self.at, value=_decoded(match[0]))

    def _brackets(self, depth: int, listed: bool) -> Node:
        node = Node(Shape.BRACKETS, self.at, self.at, listed)
        self.at += 1
        close = "]" if listed else "}"
        while self._next() != close:
            node.entries.append(self._entry(depth, listed))
            if self._next() == ",":
                self.at += 1
            elif self._next() != close:
                raise Refused(f"The text is not JSON at offset {self.at}.")
        self.at += 1
        node.end = self.at
        return node

    def _entry(self, depth: int, listed: bool) -> Entry:
        self._skip()
        start, key, lead = self.at, "", self.at
        if not listed:
            match = self.string.match(self.text, self.at, self.end)
            if match is None:
                raise Refused(f"The text is not JSON at offset {self.at}: a key is expected.")
            key, self.at = str(_decoded(match[0])), match.end()
            if self._next() != ":":
                raise Refused(f"The text is not JSON at offset {self.at}: a colon is expected.")
            self.at += 1
            lead = self.at
        node = self._value(depth + 1)
        return Entry(key, start, self.at, node, lead=lead)


def _decoded(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return text.strip('"')
