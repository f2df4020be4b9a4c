"""Environment markers, judged three-valued: extras and groups are known, of the machine often nothing.

Source: the dependency specifiers page of the packaging user guide (PEP 508), and PEP 751 for `extras` and
`dependency_groups`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

from bartizan.core.truth import Truth, truth

MAX_DEPTH = 40
_TOKEN = re.compile(
    r"""\s*(?:(?P<text>'[^']*'|"[^"]*")|(?P<word>not\s+in\b|[A-Za-z_][\w.]*)|(?P<sign>===|==|~=|!=|<=|>=|<|>|\(|\)))"""
)
_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){0,3}$")
_ASKED = {"extra": "extras", "extras": "extras", "dependency_groups": "groups"}


class _Marker:
    """A marker while it is read, from left to right."""

    def __init__(self, text: str, extras: Collection[str], groups: Collection[str], machine: Mapping[str, str]) -> None:
        self._tokens = _tokens(text)
        self._machine = machine
        self._asked = {"extras": extras, "groups": groups}
        self._at = 0

    def either(self, depth: int = 0) -> Truth:
        """Return the truth of parts joined by `or`."""
        parts = [self._both(depth)]
        while self._peek() == "or":
            self._at += 1
            parts.append(self._both(depth))
        return max(parts)

    def _both(self, depth: int) -> Truth:
        parts = [self._one(depth)]
        while self._peek() == "and":
            self._at += 1
            parts.append(self._one(depth))
        return min(parts)

    def _one(self, depth: int) -> Truth:
        if depth > MAX_DEPTH:
            return Truth.UNKNOWN
        if self._peek() == "(":
            self._at += 1
            inner = self.either(depth + 1)
            self._at += 1  # the closing parenthesis
            return inner
        left, sign, right = self._next(), self._next(), self._next()
        return self._compared(left, sign, right)

    def _compared(self, left: str, sign: str, right: str) -> Truth:
        if left in self._machine and right[:1] in ("'", '"'):
            return _judged(left, self._machine[left], sign, right[1:-1])
        name, value = (right, left) if right in _ASKED else (left, right)
        if name not in _ASKED or value[:1] not in ("'", '"'):
            return Truth.UNKNOWN
        within = truth(value[1:-1].lower().replace("_", "-") in self._asked[_ASKED[name]])
        if sign in ("==", "in"):
            return within
        return -within if sign in ("!=", "not in") else Truth.UNKNOWN

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        self._at += 1
        return token


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    at = 0
    while (found := _TOKEN.match(text, at)) is not None:
        tokens.append(re.sub(r"\s+", " ", found[0].strip()) if found["word"] else found[0].strip())
        at = found.end()
    return tokens


def _judged(name: str, known: str, sign: str, wanted: str) -> Truth:
    """Return whether what is known of the machine compares so with what is wanted."""
    if not name.startswith("python_"):
        same = truth(known == wanted)
        return same if sign == "==" else -same if sign == "!=" else Truth.UNKNOWN
    if not _VERSION.match(wanted):
        return Truth.UNKNOWN
    one, other = ([int(part) for part in version.split(".")] for version in (known, wanted))
    if len(other) > len(one):
        return Truth.UNKNOWN  # of the patch level nothing is known
    one = one[: len(other)] if sign in ("==", "!=") and len(other) > 1 else one
    claims = {"<": one < other, "<=": one <= other, ">": one > other, ">=": one >= other,
              "==": one == other, "!=": one != other}  # fmt: skip
    return truth(claims[sign]) if sign in claims else Truth.UNKNOWN


def holds(
    marker: str,
    extras: Collection[str] = (),
    groups: Collection[str] = (),
    machine: Mapping[str, str] = MappingProxyType({}),
) -> Truth:
    """Return whether a marker holds where these extras and dependency groups are asked for.

    `machine` is what is known of it, by the names that markers use: `sys_platform`, `python_version`.
    """
    return _Marker(marker, extras, groups, machine).either() if marker.strip() else Truth.YES
