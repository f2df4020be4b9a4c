"""How long a match of an expression can be: what has to be looked at around a keyword.

Reads the syntax of RE2 as far as widths go. An expression that it does not understand counts as unbounded.
"""

from __future__ import annotations

import re

UNBOUNDED = 8192
"""Bytes that something repeated without end is given: private keys and tokens of several kilobytes fit in."""
BLANK = 128
"""Bytes that blanks repeated without end are given."""

_BLANKS = re.compile(r"\\s|\\t|[ \t]|\[(?:[ \t]|\\[stnrf])+\]")
_ESCAPE = re.compile(
    r"\\(?:x\{[0-9A-Fa-f]+\}|x[0-9A-Fa-f]{2}|[pP](?:\{\^?\w+\}|\w)|Q(?P<text>.*?)(?:\\E|$)|.)", re.DOTALL
)
_CLASS = re.compile(r"\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]", re.DOTALL)
_GROUP = re.compile(r"\((?:\?(?:P?<\w+>|[imsU]*(?:-[imsU]+)?:))?")
_FLAGS = re.compile(r"\(\?[imsU]*(?:-[imsU]+)?\)")
_TIMES = re.compile(r"(?:\*|\+|\?|\{(\d+)(,?)(\d*)\})\??")


def width(expression: str) -> int:
    """Return the most bytes that a match of an expression takes, at least 1 and at most `UNBOUNDED`."""
    reading = _Reading(expression)
    try:
        found = reading.choice(0)
    except (RecursionError, _Strange):
        return UNBOUNDED
    return max(1, min(found, UNBOUNDED)) if reading.at == len(expression) else UNBOUNDED


class _Strange(Exception):
    """Something that is no RE2 expression, or one not understood here."""


class _Reading:
    """Goes through an expression once; `at` is how far."""

    def __init__(self, expression: str) -> None:
        self.text = expression
        self.at = 0

    def choice(self, depth: int) -> int:
        widest = 0
        while True:
            widest = max(widest, self._sequence(depth))
            if self.text[self.at : self.at + 1] != "|":
                return widest
            self.at += 1

    def _sequence(self, depth: int) -> int:
        total = 0
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            start = self.at
            once = self._once(depth)
            total += self._repeated(once, self.text[start : self.at])
        return total

    def _once(self, depth: int) -> int:
        sign = self.text[self.at]
        if sign == "\\":
            return self._escape()
        if sign == "[":
            return self._past(_CLASS, 1)
        if sign in "^$":
            self.at += 1
            return 0
        if sign == "(":
            return self._group(depth)
        self.at += 1
        return 1

    def _escape(self) -> int:
        found = _ESCAPE.match(self.text, self.at)
        if found is None:
            raise _Strange
        self.at = found.end()
        return len(found["text"]) if found["text"] is not None else 0 if found[0][1] in "bBAz" else 1

    def _group(self, depth: int) -> int:
        if _FLAGS.match(self.text, self.at):
            return self._past(_FLAGS, 0)
        self._past(_GROUP, 0)
        inside = self.choice(depth + 1)
        if self.text[self.at : self.at + 1] != ")":
            raise _Strange
        self.at += 1
        return inside

    def _past(self, pattern: re.Pattern[str], wide: int) -> int:
        found = pattern.match(self.text, self.at)
        if found is None:
            raise _Strange
        self.at = found.end()
        return wide

    def _repeated(self, once: int, what: str) -> int:
        found = _TIMES.match(self.text, self.at)
        if found is None:
            return once
        self.at = found.end()
        sign = found[0][0]
        if sign == "?":
            return once
        if sign == "{" and (found[3] or not found[2]):
            return once * int(found[3] or found[1])
        return (BLANK if _BLANKS.fullmatch(what) else UNBOUNDED) if once else 0
