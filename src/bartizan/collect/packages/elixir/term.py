"""Literal terms of Elixir and Erlang: texts, atoms, numbers, tuples, lists and maps, read and never run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_DEPTH = 100
_TOKEN = re.compile(
    r'(?P<text>"(?:[^"\\]|\\.)*")|(?P<key>[A-Za-z_]\w*[?!]?:(?=\s))|(?P<quoted>"(?:[^"\\]|\\.)*":(?=\s))'
    r'|(?P<atom>:(?:"(?:[^"\\]|\\.)*"|[A-Za-z_@]\w*[?!]?)|[A-Za-z_]\w*)|(?P<number>-?\d[\w.]*)'
    r"|(?P<open>%\{|<<|[{\[(])|(?P<close>>>|[}\])])|(?P<arrow>=>)|(?P<skip>[\s,.]+|#[^\n]*|%[^{\n][^\n]*)"
)


class TermError(Exception):
    """A text that is no literal term: what is wrong, and in which line."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why)
        self.why, self.line = why, line


@dataclass(slots=True)
class Group:
    """A tuple, a list or a map: its members in order; of a map keys and values in turn."""

    kind: str
    items: list[Any]
    line: int


def terms(text: str) -> list[Any]:
    """Return the terms of a text: texts, groups; atoms and numbers as they are written. Raises `TermError`."""
    top = Group("", [], 1)
    stack = [top]
    for kind, written, line in _tokens(text):
        if kind == "open":
            if len(stack) > MAX_DEPTH:
                raise TermError("it is nested too deep", line)
            group = Group(written, [], line)
            stack[-1].items.append(group)
            stack.append(group)
        elif kind == "close":
            if len(stack) == 1:
                raise TermError(f"`{written}` closes nothing", line)
            stack.pop()
        elif kind != "arrow":
            stack[-1].items.append(_leaf(kind, written))
    if len(stack) > 1:
        raise TermError(f"`{stack[-1].kind}` is not closed", stack[-1].line)
    return top.items


def _leaf(kind: str, written: str) -> str:
    if kind == "text":
        return written[1:-1]
    return written.rstrip(":").strip('"') if kind in ("key", "quoted") else written


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    place, line = 0, 1
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise TermError("a character that no literal has", line)
        kind = found.lastgroup or "skip"
        if kind == "text" and text[found.end() : found.end() + 1] == ":":
            kind = "quoted"
        if kind != "skip":
            yield kind, found[0], line
        line += found[0].count("\n")
        place = found.end() + (1 if kind == "quoted" and found["text"] else 0)
