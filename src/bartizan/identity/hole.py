"""Texts of which parts are not known: names, ARNs and patterns with holes in them, matched three-valued.

A hole stands for one text that exists but was not seen: the account a root module is deployed to, the name a resource
is given when it is made. The same hole is the same text wherever it occurs. A hole is written `\\ue000name\\ue001`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bartizan.core.truth import Truth

OPEN, CLOSE = "\ue000", "\ue001"
_HOLE = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")
_SETTLED = re.compile(f"[^*?{OPEN}]*")
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
    if _differ(pattern, text):
        return Truth.NO
    whole = OPEN not in pattern and OPEN not in text
    if _regex(pattern, whole).fullmatch(text):
        return Truth.YES
    if whole or _apart(pattern, text):
        return Truth.NO
    return Truth.UNKNOWN if overlap(_loosened(pattern), _loosened(_literal(text))) else Truth.NO


def covers(pattern: str, asked: str) -> Truth:
    """Judge whether a pattern covers all that another one does: YES all, NO nothing, UNKNOWN part of it."""
    if _differ(pattern, asked):
        return Truth.NO
    if asked == "*":  # whatever fits a pattern fits this
        return Truth.YES if pattern and not pattern.strip("*") else Truth.UNKNOWN
    whole = OPEN not in pattern and OPEN not in asked
    if _regex(pattern, whole).fullmatch(_literal(_ordered(asked))):
        return Truth.YES
    if not whole and _apart(pattern, asked):
        return Truth.NO
    return Truth.UNKNOWN if overlap(_loosened(pattern), _parted(_loosened(asked))) else Truth.NO


def _differ(one: str, other: str) -> bool:
    """Tell whether two texts differ before anything in either is open: most do, and need no more looking at."""
    first, second = _SETTLED.match(one), _SETTLED.match(other)
    length = min(first.end() if first else 0, second.end() if second else 0)
    return one[:length] != other[:length]


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
_PART = "\ue004"
"""A wild card for any text without a colon."""
_PLAIN = re.compile(r"^!.*\|(?!arn)|//(account|region|partition)$")
"""Holes that are names or places."""


def _literal(text: str) -> str:
    return text.replace("*", _STAR).replace("?", _ONE)


def _loosened(text: str) -> str:
    """Return a text with wild cards for its holes; names and places have no colon in them, whatever they are."""
    return _HOLE.sub(lambda match: _PART if _PLAIN.search(match[1]) else "*", text) if OPEN in text else text


def _parted(asked: str) -> str:
    """Return what is asked for with its wild cards in the first parts of an ARN as what they are: no colon in them."""
    parts = asked.split(":", 5)
    return (
        asked
        if len(parts) < 6 or parts[0] != "arn"
        else ":".join((*(p.replace("*", _PART) for p in parts[:5]), parts[5]))
    )


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
    pending, seen = [(0, 0)], {(0, 0)}
    while pending:
        at, to = pending.pop()
        if at == len(one) and to == len(other):
            return True
        for step in _steps(one[at : at + 1], other[to : to + 1]):
            place = (at + step[0], to + step[1])
            if place not in seen:
                seen.add(place)
                pending.append(place)
    return False


def _steps(sign: str, other: str) -> Iterator[tuple[int, int]]:
    """Yield how far both patterns may go on: past a wild card that ends, or by one character that fits both."""
    many, more = sign in _MANY, other in _MANY
    if sign and many:
        yield 1, 0
    if other and more:
        yield 0, 1
    if sign and other and _common(sign, other):
        yield (0 if many else 1), (0 if more else 1)


def _common(sign: str, other: str) -> bool:
    """Tell whether one character fits two signs."""
    if sign == _PART or other == _PART:
        return ":" not in (sign, other)
    return sign == other or sign in _WILD or other in _WILD


_MANY = ("*", _PART)
_WILD = ("*", "?", _PART)
