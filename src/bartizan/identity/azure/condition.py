"""Conditions of role assignments (ABAC): what they come to for one operation, three-valued.

Grammar: Microsoft Learn, "Azure role assignment condition format and syntax". `ActionMatches` is decided by the
operation that is asked for; everything else is about the request, the resource or the principal, and open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bartizan.core.truth import Truth
from bartizan.identity.hole import covers

_TOKEN = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<and>&&|\bAND\b)|(?P<or>\|\||\bOR\b)|(?P<not>!(?!=)|\bNOT\b)"
    r"|(?P<action>ActionMatches\s*\{\s*'(?P<pattern>[^']*)'\s*\})"
    r"|(?P<other>(?:[^\s()&|!'{]|'[^']*'|\{[^}]*\})+))",
    re.IGNORECASE,
)
_DEEPEST = 100
Token = tuple[str, str]


@lru_cache(maxsize=16384)
def judged(condition: str, action: str) -> Truth:
    """Judge a condition for an operation in lower case; UNKNOWN where it depends on more, or is malformed."""
    if not condition.strip():
        return Truth.YES
    tokens = list(_tokens(condition))
    reading = _Reading(tokens, action)
    try:
        truth = reading.any_of(0)
    except _Malformed:
        return Truth.UNKNOWN
    return truth if reading.at == len(tokens) else Truth.UNKNOWN


class _Malformed(Exception):
    """The condition is not of the grammar, or nested too deep."""


def _tokens(condition: str) -> Iterator[Token]:
    at, size = 0, len(condition)
    while at < size:
        match = _TOKEN.match(condition, at)
        if match is None or match.end() == at:
            if condition[at:].strip():
                yield "other", condition[at:]
            return
        at = match.end()
        kind = match.lastgroup or "other"
        if kind in ("pattern", "action"):
            yield "action", match["pattern"]
        else:
            yield kind, match[0].strip()


class _Reading:
    """Reads tokens from left to right: OR binds less than AND, AND less than NOT."""

    def __init__(self, tokens: list[Token], action: str) -> None:
        self._tokens = tokens
        self._action = action
        self.at = 0

    def _next(self) -> str:
        return self._tokens[self.at][0] if self.at < len(self._tokens) else ""

    def any_of(self, depth: int) -> Truth:
        truth = self._all_of(depth)
        while self._next() == "or":
            self.at += 1
            truth = max(truth, self._all_of(depth))
        return truth

    def _all_of(self, depth: int) -> Truth:
        truth = self._one(depth)
        while self._next() == "and":
            self.at += 1
            truth = min(truth, self._one(depth))
        return truth

    def _one(self, depth: int) -> Truth:
        if depth > _DEEPEST or self.at >= len(self._tokens):
            raise _Malformed
        kind, text = self._tokens[self.at]
        self.at += 1
        if kind == "not":
            return -self._one(depth + 1)
        if kind == "open":
            truth = self.any_of(depth + 1)
            if self._next() != "close":
                raise _Malformed
            self.at += 1
            return truth
        if kind == "action":
            return covers(text.lower(), self._action)
        if kind != "other":
            raise _Malformed
        while self._next() == "other":
            self.at += 1
        return Truth.UNKNOWN
