"""Changes of a text: stretches of it that are replaced, and why one cannot be made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class Refused(Exception):
    """An edit that cannot be made exactly; its text says why, as a sentence."""


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of a text, from `start` up to `end`, and what takes its place."""

    start: int
    end: int
    text: str


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return a text with changes made; raises `Refused` where two of them overlap."""
    parts: list[str] = []
    position = 0
    for change in sorted(changes, key=lambda each: (each.start, each.end)):
        if change.start < position:
            raise Refused("Two changes concern the same text.")
        parts += (text[position : change.start], change.text)
        position = change.end
    return "".join((*parts, text[position:]))


def newline(text: str) -> str:
    """Return how lines of a text end."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def line_start(text: str, at: int) -> int:
    """Return the offset at which the line of an offset begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Return the offset at which the line of an offset ends, before its line break."""
    found = text.find("\n", at)
    found = len(text) if found < 0 else found
    return found - 1 if found > at and text[found - 1] == "\r" else found


def next_line(text: str, at: int) -> int:
    """Return the offset at which the line after that of an offset begins."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def offset(text: str, line: int, column: int) -> int:
    """Return the offset of a line and column, from 1; raises `Refused` where there is no such line."""
    position = 0
    for _ in range(line - 1):
        position = text.find("\n", position) + 1
        if not position:
            raise Refused(f"The file has no line {line} any more.")
    return position + column - 1


def indentation(text: str, at: int) -> str:
    """Return the white space that the line of an offset begins with."""
    start = line_start(text, at)
    line = text[start : line_end(text, start)]
    return line[: len(line) - len(line.lstrip(" \t"))]
