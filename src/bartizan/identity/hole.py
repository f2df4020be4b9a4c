"""Texts of which parts are not known: names, ARNs and patterns with holes in them, matched three-valued.

A hole stands for one text that exists but was not seen: the account a root module is deployed to, the name a resource
is given when it is made. The same hole is the same text wherever it occurs. A hole is written `\\ue000name\\ue001`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bartizan.core.truth import Truth

OPEN, CLOSE = "\ue000", "\ue001"
_HOLE = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_OWN = "!"


def hole(name: str) -> str:
    """Return the text that stands for an unseen one; the same name is the same text."""
    return f"{OPEN}{name}{CLOSE}"


def own(name: str) -> str:
    """Return the hole of a name that only one thing of its sort can have: `ID|field`, the id that of its asset.

    Whatever the names of two such things will be, they will not be the same.
    """
    return hole(f"{_OWN}{name}")


def holes(text: str) -> list[str]:
    """Return the names of the holes in a text."""
    return _HOLE.findall(text) if OPEN in text else []


def shown(text: str) -> str:
    """Return a text as a person reads it: holes as `${name}`, references as `${address.attribute}`."""
    return _HOLE.sub(lambda match: f"${{{match[1].lstrip(_OWN).replace('|', '.')}}}", text) if OPEN in text else text


def equal(one: str, other: str, *, fold: bool = False) -> Truth:
    """Judge whether two texts are the same; `fold` passes over upper and lower case."""
    if fold:
        one, other = one.lower(), other.lower()
    if one == other:
        return Truth.YES
    if OPEN not in one and OPEN not in other:
        return Truth.NO
    if _apart(one, other):
        return Truth.NO
    return Truth.UNKNOWN if overlap(_loosened(_literal(one)), _loosened(_literal(other))) else Truth.NO


def matches(pattern: str, text: str, *, fold: bool = False) -> Truth:
    """Judge whether a pattern with `*` and `?` covers a text that is plain but for holes."""
    if fold:
        pattern, text = pattern.lower(), text.lower()
    whole = OPEN not in pattern and OPEN not in text
    if _regex(pattern, whole).fullmatch(text):
        return Truth.YES
    if whole or _apart(pattern, text):
        return Truth.NO
    return Truth.UNKNOWN if overlap(_loosened(pattern), _loosened(_literal(text))) else Truth.NO


def covers(pattern: str, asked: str) -> Truth:
    """Judge whether a pattern covers all that another one does: YES all, NO nothing, UNKNOWN part of it."""
    whole = OPEN not in pattern and OPEN not in asked
    if _regex(pattern, whole).fullmatch(_literal(_ordered(asked))):
        return Truth.YES
    if not whole and _apart(pattern, asked):
        return Truth.NO
    return Truth.UNKNOWN if overlap(_loosened(pattern), _loosened(asked)) else Truth.NO


@lru_cache(maxsize=65536)
def _apart(one: str, other: str) -> bool:
    """Tell whether two texts are alike up to a field in which each has the own name of another thing."""
    alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = one.rfind(OPEN, 0, alike)
    first, second = _HOLE.match(one, start), _HOLE.match(other, start)
    if start < 1 or first is None or second is None or one[:start] != other[:start]:
        return False
    fields = one[start - 1] in ":/" and {one[first.end() :][:1], other[second.end() :][:1]} <= {"", ":", "/"}
    if not fields or re.search(r"[*?]", _HOLE.sub("", one[:start])):
        return False
    sort = _sort(first[1])
    return sort is not None and sort == _sort(second[1]) and first[1] != second[1]


def _sort(name: str) -> tuple[str, str] | None:
    """Return what must be alike for two own names to be told apart: what was read, and the field."""
    id, _, field = name.rpartition("|")
    place, mark, _ = id.partition("//")
    return (place if mark else _OWN, field) if name.startswith(_OWN) else None


_STAR, _ONE = "\ue002", "\ue003"
"""A `*` and a `?` taken as letters of their own."""


def _literal(text: str) -> str:
    return text.replace("*", _STAR).replace("?", _ONE)


def _loosened(text: str) -> str:
    return _HOLE.sub("*", text) if OPEN in text else text


def _ordered(pattern: str) -> str:
    """Return a pattern with each run of wild cards in one order: `*?*` is `?*`."""
    return re.sub(r"[*?]{2,}", lambda run: "?" * run[0].count("?") + "*" * ("*" in run[0]), pattern)


@lru_cache(maxsize=65536)
def _regex(pattern: str, whole: bool) -> re.Pattern[str]:
    """Compile a pattern. In texts with holes a wild card takes a hole as one, never a part of it."""
    one = f"[^{_STAR}]" if whole else f"[^{OPEN}{CLOSE}{_STAR}]"
    any = ".*" if whole else f"(?:[^{OPEN}{CLOSE}]|{OPEN}[^{CLOSE}]*{CLOSE})*"
    signs = {"*": any, "?": one}
    pieces = re.split(r"([*?])", _ordered(pattern))
    return re.compile("".join(signs.get(piece) or re.escape(piece) for piece in pieces), re.DOTALL)


@lru_cache(maxsize=65536)
def overlap(one: str, other: str) -> bool:
    """Tell whether some text fits both patterns: `*` is any text, `?` any one character."""
    reached = _starred(other, {0})
    for sign in re.sub(r"\*+", "*", one):
        if sign == "*":
            reached = set(range(min(reached), len(other) + 1))
            continue
        taken = {at for at in reached if at < len(other) and (other[at] in ("*", "?", sign) or sign == "?")}
        reached = _starred(other, {at if other[at] == "*" else at + 1 for at in taken})
        if not reached:
            return False
    return len(other) in reached


def _starred(pattern: str, positions: set[int]) -> set[int]:
    """Add the positions after stars, which may stand for nothing."""
    found = set(positions)
    for at in positions:
        while at < len(pattern) and pattern[at] == "*":
            at += 1
            found.add(at)
    return found
