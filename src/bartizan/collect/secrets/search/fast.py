"""All expressions at once, by Hyperscan: which of them match a text at all.

It only sorts out. What it lets through is tried again where the keywords stand, so what is found is the same as
without it. An expression that it cannot be given is always let through.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from bartizan.collect.secrets.search.keywords import Automaton, Hits, of_few
from bartizan.core.secret import Credential

_SIGN = re.compile(r"\\.|\[\^?\]?|\]", re.DOTALL)
_BLANKS = r"\t\n\f\r "


def available() -> ModuleType | None:
    """Return Hyperscan's module, if it is installed."""
    try:
        import hyperscan
    except ImportError:
        return None
    return hyperscan


class Expressions:
    """The expressions of all credentials in one database."""

    def __init__(self, credentials: Sequence[Credential], hyperscan: ModuleType) -> None:
        self._credentials = credentials
        flags = hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_PREFILTER
        expressions = [_translated(each.expression) for each in credentials]
        self._database, good = _compiled(expressions, flags, hyperscan)
        self._others = sorted(set(range(len(credentials))) - set(good))
        self._rest = Automaton([credentials[number] for number in self._others])

    def hits(self, text: bytes, lowered: bytes) -> Hits:
        """Return where the keywords of those credentials are whose expressions match a text."""
        matched: set[int] = set()
        self._database.scan(text, match_event_handler=_keep, context=matched)
        found = dict(of_few(self._credentials, matched, lowered))
        if self._others:
            found.update({self._others[number]: at for number, at in self._rest.hits(text, lowered).items()})
        return found


def _keep(number: int, start: int, end: int, flags: int, matched: set[int]) -> None:
    matched.add(number)


def _compiled(expressions: list[bytes], flags: int, hyperscan: ModuleType) -> tuple[Any, list[int]]:
    """Return a database and the numbers of the expressions in it: all of them, but for those it does not take."""
    numbers = list(range(len(expressions)))
    try:
        return _database(expressions, numbers, flags, hyperscan), numbers
    except hyperscan.error:
        good = [number for number in numbers if _taken(expressions[number], flags, hyperscan)]
        return _database(expressions, good, flags, hyperscan), good


def _taken(expression: bytes, flags: int, hyperscan: ModuleType) -> bool:
    try:
        _database([expression], [0], flags, hyperscan)
    except hyperscan.error:
        return False
    return True


def _database(expressions: list[bytes], numbers: list[int], flags: int, hyperscan: ModuleType) -> Any:
    database = hyperscan.Database()
    chosen = [expressions[number] for number in numbers]
    database.compile(expressions=chosen, ids=numbers, flags=[flags] * len(numbers), elements=len(numbers))
    return database


def _translated(expression: str) -> bytes:
    """Return an expression in which blanks are those that RE2 knows: without the vertical tab."""
    inside = False

    def sign(found: re.Match[str]) -> str:
        nonlocal inside
        text = found[0]
        if text[0] == "[":
            text, inside = (text.replace("[", r"\[") if inside else text), True
        elif text == "]":
            inside = False
        elif text == r"\s":
            return _BLANKS if inside else f"[{_BLANKS}]"
        elif text == r"\S" and not inside:
            return f"[^{_BLANKS}]"
        return text

    return _SIGN.sub(sign, expression).encode("latin-1")
