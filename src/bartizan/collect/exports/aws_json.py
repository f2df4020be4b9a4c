"""Large JSON exports of AWS, read entry by entry: of a list with a million of them only one is in memory at a time."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

CHUNK = 1 << 20
_SPACE = re.compile(r"[ \t\r\n,]*")
_TAIL = re.compile(r"[\w.+-]*\Z")


class Malformed(Exception):
    """Text that is not JSON; its message says what and `line` where."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why)
        self.line = line


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of a page: an item of a list under a key, or the whole value of a key that has no list."""

    page: int
    """Number of the page, from 0: an export is one object, a list of them, or one after the other."""
    key: str
    value: Any
    line: int
    item: bool
    """Whether it is an item of a list."""


def members(stream: BinaryIO) -> Iterator[Member]:
    """Yield what the pages of an export have; an empty list is yielded whole. Raises `Malformed`, also midway."""
    text = _Text(stream)
    page = -1
    within = 0
    while (sign := text.sign()) != "":
        if sign in "[]":
            within += 1 if sign == "[" else -1
            text.at += 1
        elif sign == "{":
            page += 1
            text.at += 1
            yield from _page(text, page)
        else:
            raise Malformed(f"an object is expected, not {sign!r}", text.line())
    if within:
        raise Malformed("a list does not end, or has two ends", text.line())


def _page(text: _Text, page: int) -> Iterator[Member]:
    while (sign := text.sign()) != "}":
        if sign != '"':
            raise Malformed("the text ends within an object" if not sign else "a key is expected", text.line())
        key = text.value()
        if text.sign() != ":":
            raise Malformed("a colon is expected", text.line())
        text.at += 1
        if text.sign() == "[":
            yield from _items(text, page, key)
        else:
            line = text.line()
            yield Member(page, key, text.value(), line, item=False)
    text.at += 1


def _items(text: _Text, page: int, key: str) -> Iterator[Member]:
    text.at += 1
    empty = True
    while (sign := text.sign()) != "]":
        if not sign:
            raise Malformed(f"the text ends within {key}", text.line())
        empty = False
        line = text.line()
        yield Member(page, key, text.value(), line, item=True)
    if empty:
        yield Member(page, key, [], text.line(), item=False)
    text.at += 1


class _Text:
    """A window on a text that moves forward."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        head = stream.read(2)
        utf_16 = head in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        self._decoder = codecs.getincrementaldecoder("utf-16" if utf_16 else "utf-8")()
        self._more = True
        self._lines = 1
        self._told = 0
        self._window = self._decoded(head).removeprefix("\ufeff")
        self.at = 0
        self._scan = json.JSONDecoder(strict=False).raw_decode

    def line(self) -> int:
        """Return the number of the line that the window is at."""
        self._lines += self._window.count("\n", self._told, self.at)
        self._told = self.at
        return self._lines

    def sign(self) -> str:
        """Return the next sign that is no space and no comma, empty at the end."""
        while True:
            gap = _SPACE.match(self._window, self.at)
            self.at = gap.end() if gap else self.at
            if self.at < len(self._window):
                return self._window[self.at]
            if not self._refilled(CHUNK):
                return ""

    def value(self) -> Any:
        """Return the value that begins here and go past it."""
        size = CHUNK
        while True:
            try:
                value, end = self._scan(self._window, self.at)
            except json.JSONDecodeError as error:
                if self._refilled(size):
                    size *= 2
                    continue
                raise Malformed(error.msg, self.line() + self._window.count("\n", self.at, error.pos)) from None
            except (ValueError, RecursionError):
                raise Malformed("it is nested deeper, or has longer numbers, than is read", self.line()) from None
            number = not isinstance(value, str | dict | list)
            if number and _TAIL.match(self._window, end) and self._refilled(size):
                continue  # it may go on
            self.at = end
            return value

    def _refilled(self, size: int) -> bool:
        """Drop what lies behind and read on; false at the end."""
        if not self._more:
            return False
        self.line()
        self._window = self._window[self.at :] + self._decoded(self._stream.read(size))
        self.at = self._told = 0
        if self._window.startswith("\ufeff") and self._lines == 1:
            self._window = self._window[1:]
        return True

    def _decoded(self, data: bytes) -> str:
        self._more = bool(data)
        try:
            return self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise Malformed(f"it is not {error.encoding.upper()} text", self._lines) from None
