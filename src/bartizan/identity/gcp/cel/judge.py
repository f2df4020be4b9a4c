"""Judges an expression: holds, holds not, or what it waits for.

What a request says of itself (its time, its address) is open: it becomes a residual. What the estate could not show
is unknown. Sources: Google's "Attribute reference for IAM Conditions" and the definition of the language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bartizan.core.access import Residual
from bartizan.core.truth import Truth, Unknown, truth
from bartizan.identity.gcp.cel.expression import Expression, Malformed, parsed
from bartizan.identity.hole import OPEN, covers, shown

NO_TAGS = Unknown("the tags of the resource were not read")


@dataclass(frozen=True, slots=True)
class Open:
    """A value that the request decides."""

    key: str


@dataclass(frozen=True, slots=True)
class Names:
    """One thing under several names; a test holds of it when it holds of one of them."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an expression is judged in."""

    values: Mapping[str, Any] = field(default_factory=dict)
    """By dotted name (`resource.name`): a text, `Names`, a number, a time, a list, `Open` or `Unknown`."""
    tags: Mapping[str, str] | Unknown = NO_TAGS


@dataclass(frozen=True, slots=True)
class Outcome:
    """How far an expression holds, and what is missing where that is UNKNOWN."""

    truth: Truth
    residuals: tuple[Residual, ...] = ()
    unknowns: tuple[str, ...] = ()


YES, NO = Outcome(Truth.YES), Outcome(Truth.NO)


def judge(text: str, where: Surroundings) -> Outcome:
    """Judge an expression; one that is malformed is unknown. Never raises."""
    try:
        return _held(parsed(text), where)
    except (Malformed, RecursionError) as reason:
        return Outcome(Truth.UNKNOWN, unknowns=(f"the condition {shown(text)!r} cannot be read: {reason}",))


def _held(node: Expression, where: Surroundings) -> Outcome:
    if node.of in ("and", "or"):
        return _joined(node, where)
    if node.of == "not":
        return _negated(_held(node.parts[0], where), node)
    if node.of == "choice":
        return _chosen(node, where)
    value = _value(node, where)
    if isinstance(value, Outcome):
        return value
    if isinstance(value, bool):
        return YES if value else NO
    return _missing(value, node)


def _joined(node: Expression, where: Surroundings) -> Outcome:
    by: Callable[..., Truth] = min if node.of == "and" else max
    parts = [_held(part, where) for part in node.parts]
    decided = by(part.truth for part in parts)
    if decided is not Truth.UNKNOWN:
        return Outcome(decided)
    open_ = [part for part in parts if part.truth is Truth.UNKNOWN]
    unknowns = tuple(dict.fromkeys(each for part in open_ for each in part.unknowns))
    if node.of == "and" or len(open_) == 1:
        return Outcome(decided, tuple(dict.fromkeys(each for part in open_ for each in part.residuals)), unknowns)
    one = next((part for part in open_ if not part.unknowns), None)
    if one is None:
        return Outcome(decided, (), unknowns)
    keys = [each.key for part in open_ for each in part.residuals]
    return Outcome(decided, (Residual(says=shown(node.text), key=keys[0] if keys else ""),))


def _negated(inner: Outcome, node: Expression) -> Outcome:
    if inner.truth is not Truth.UNKNOWN or not inner.residuals:
        return Outcome(-inner.truth, (), inner.unknowns)
    if len(inner.residuals) == 1:
        one = inner.residuals[0]
        return Outcome(Truth.UNKNOWN, (Residual(says=one.says, unless=not one.unless, key=one.key),), inner.unknowns)
    return Outcome(Truth.UNKNOWN, (Residual(says=shown(node.text), key=inner.residuals[0].key),), inner.unknowns)


def _chosen(node: Expression, where: Surroundings) -> Outcome:
    asked, yes, no = node.parts
    condition = _held(asked, where)
    if condition.truth is not Truth.UNKNOWN:
        return _held(yes if condition.truth is Truth.YES else no, where)
    ways = _held(yes, where), _held(no, where)
    if ways[0].truth is ways[1].truth and ways[0].truth is not Truth.UNKNOWN:
        return Outcome(ways[0].truth)
    return _open(node, condition.residuals[0].key) if condition.residuals else condition


def _open(node: Expression, key: str) -> Outcome:
    return Outcome(Truth.UNKNOWN, (Residual(says=shown(node.text), key=key),))


def _missing(value: object, node: Expression) -> Outcome:
    """Return the outcome of a test that has no answer, by what its value is instead."""
    if isinstance(value, Open):
        return _open(node, value.key)
    if isinstance(value, Unknown):
        return Outcome(Truth.UNKNOWN, unknowns=(value.why,))
    return Outcome(Truth.UNKNOWN, unknowns=(f"{shown(node.text)!r} is neither true nor false",))


def _value(node: Expression, where: Surroundings) -> Any:
    """Return a value, `Open`, `Unknown`, or an `Outcome` for what is true or false."""
    if node.of == "literal":
        return node.value
    if node.of in ("name", "field"):
        return _named(node, where)
    if node.of == "call":
        return _called(node, where)
    if node.of == "list":
        return [_value(part, where) for part in node.parts]
    if node.of in _COMPARISONS or node.of == "in":
        return _compared(node, where)
    if node.of in ("and", "or", "not", "choice"):
        return _held(node, where)
    if node.of in ("+", "-"):
        return _summed(node, where)
    if node.of == "index":
        return _indexed(node, where)
    if node.of == "minus":
        value = _value(node.parts[0], where)
        return -value if isinstance(value, int | float) and not isinstance(value, bool) else value
    return Unknown(f"{shown(node.text)!r} is not worked out")


def dotted(node: Expression) -> str:
    """Return `resource.name` for a name of names, empty for anything else."""
    if node.of == "name":
        return node.name
    before = dotted(node.parts[0]) if node.of == "field" else ""
    return f"{before}.{node.name}" if before else ""


def _named(node: Expression, where: Surroundings) -> Any:
    name = dotted(node)
    if name in where.values:
        return where.values[name]
    return Open(name) if name else Unknown(f"{shown(node.text)!r} is not worked out")


def _indexed(node: Expression, where: Surroundings) -> Any:
    of, at = _value(node.parts[0], where), _value(node.parts[1], where)
    if isinstance(of, list) and isinstance(at, int) and 0 <= at < len(of):
        return of[at]
    if isinstance(of, Open) and isinstance(at, str):
        name = f"{of.key}.{at}"
        return where.values.get(name, Open(name))
    return of if isinstance(of, Open | Unknown) else Unknown(f"{shown(node.text)!r} is not worked out")


def _summed(node: Expression, where: Surroundings) -> Any:
    one, other = (_value(part, where) for part in node.parts)
    for value in (one, other):
        if isinstance(value, Open | Unknown):
            return value
    try:
        return one + other if node.of == "+" else one - other
    except (TypeError, OverflowError):
        return Unknown(f"{shown(node.text)!r} is not worked out")


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": lambda one, other: bool(one == other),
    "!=": lambda one, other: bool(one != other),
    "<": lambda one, other: bool(one < other),
    "<=": lambda one, other: bool(one <= other),
    ">": lambda one, other: bool(one > other),
    ">=": lambda one, other: bool(one >= other),
}


def _compared(node: Expression, where: Surroundings) -> Outcome:
    one, other = (_value(part, where) for part in node.parts)
    for value in (one, other):
        if isinstance(value, Open | Unknown):
            return _missing(value, node)
        if isinstance(value, Outcome):
            return value if value.truth is Truth.UNKNOWN else _compared_flags(node, one, other)
    if node.of == "in":
        return _among(one, other, node)
    if node.of in ("==", "!=") and _is_text(one) and _is_text(other):
        same = _text_test(one, other, "{}", node)
        return same if node.of == "==" else _negated(same, node)
    try:
        return YES if _COMPARISONS[node.of](one, other) else NO
    except TypeError:
        return Outcome(Truth.UNKNOWN, unknowns=(f"{shown(node.text)!r} compares what cannot be compared",))


def _compared_flags(node: Expression, one: Any, other: Any) -> Outcome:
    flags = [each.truth is Truth.YES if isinstance(each, Outcome) else each for each in (one, other)]
    if node.of not in ("==", "!="):
        return _missing(None, node)
    return YES if _COMPARISONS[node.of](*flags) else NO


def _among(one: Any, other: Any, node: Expression) -> Outcome:
    if not isinstance(other, list):
        return _missing(None, node)
    found = [
        _missing(each, node)
        if isinstance(each, Open | Unknown)
        else _text_test(one, each, "{}", node)
        if _is_text(one) and _is_text(each)
        else (YES if one == each else NO)
        for each in other
    ]
    return max(found, key=lambda outcome: outcome.truth, default=NO)


def _is_text(value: object) -> bool:
    return isinstance(value, str | Names)


def _text_test(subject: Any, wanted: Any, shape: str, node: Expression) -> Outcome:
    """Judge whether a text, which may have holes, or `*` for a choice, is as `shape` says: `{}*` begins with."""
    texts = subject.texts if isinstance(subject, Names) else (subject,)
    others = wanted.texts if isinstance(wanted, Names) else (wanted,)
    best = max(covers(shape.format(other), text) for text in texts for other in others)
    if best is not Truth.UNKNOWN:
        return YES if best is Truth.YES else NO
    if not any(OPEN in each for each in (*texts, *others)):
        return _open(node, "resource")
    return Outcome(Truth.UNKNOWN, unknowns=(f"whether {shown(node.text)!r} holds is known once names are given",))


def _called(node: Expression, where: Surroundings) -> Any:
    receiver, arguments = (node.parts[0], node.parts[1:]) if node.value else (None, node.parts)
    if node.name in _TAGS and receiver is not None:
        return _tagged(node, arguments, where)
    if node.name == "getAttribute":
        key = arguments[0].value if arguments and isinstance(arguments[0].value, str) else "api attribute"
        return where.values.get(key, Open(key))
    if node.name == "has" and receiver is None and len(arguments) == 1:
        value = _value(arguments[0], where)
        return _missing(value, node) if isinstance(value, Open | Unknown) else True
    given = [_value(part, where) for part in node.parts]
    for value in given:
        if isinstance(value, Open | Unknown):
            return value
    return _applied(node, given)


def _applied(node: Expression, given: list[Any]) -> Any:
    if node.name in _SHAPES and len(given) == 2 and all(map(_is_text, given)):
        return _text_test(given[0], given[1], _SHAPES[node.name], node)
    function = _FUNCTIONS.get((node.name, len(given)))
    plain = [value.texts[0] if isinstance(value, Names) else value for value in given]
    if function is None or any(isinstance(value, str) and (OPEN in value or "*" in value) for value in plain[:1]):
        return Unknown(f"{shown(node.text)!r} is not worked out")
    try:
        return function(*plain)
    except (TypeError, ValueError, AttributeError, OverflowError):
        return Unknown(f"{shown(node.text)!r} is not worked out")


_SHAPES = {"startsWith": "{}*", "endsWith": "*{}", "contains": "*{}*"}
_TAGS = frozenset({"matchTag", "matchTagId", "hasTagKey", "hasTagKeyId"})


def _tagged(node: Expression, arguments: tuple[Expression, ...], where: Surroundings) -> Any:
    if isinstance(where.tags, Unknown):
        return where.tags
    texts = [_value(part, where) for part in arguments]
    if not texts or not all(isinstance(text, str) for text in texts):
        return Unknown(f"{shown(node.text)!r} is not worked out")
    value = where.tags.get(texts[0])
    return YES if value is not None and (len(texts) == 1 or value == texts[1]) else NO


def _timestamp(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def time_of(text: str) -> datetime | Open:
    """Return the moment that a text says, `2026-01-31T12:00:00Z`; open for one that says none."""
    try:
        return _timestamp(text)
    except ValueError:
        return Open("request.time")


_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}


def _duration(text: str) -> timedelta:
    parts = re.findall(r"(-?\d+(?:\.\d+)?)(ms|h|m|s)", text)
    if not parts:
        raise ValueError(text)
    return timedelta(seconds=sum(float(number) * _UNITS[unit] for number, unit in parts))


def _extracted(text: str, template: str) -> str:
    before, _, rest = template.partition("{")
    after = rest.partition("}")[2]
    at = text.find(before)
    if at < 0:
        return ""
    start = at + len(before)
    end = text.find(after, start) if after else len(text)
    return text[start:end] if end >= 0 else ""


_FUNCTIONS: dict[tuple[str, int], Callable[..., Any]] = {
    ("timestamp", 1): _timestamp,
    ("date", 1): _timestamp,
    ("duration", 1): _duration,
    ("extract", 2): _extracted,
    ("lowerAscii", 1): lambda text: text.lower(),
    ("upperAscii", 1): lambda text: text.upper(),
    ("size", 1): len,
    ("split", 2): lambda text, by: text.split(by),
    ("join", 2): lambda texts, by: by.join(texts),
    ("string", 1): str,
    ("int", 1): int,
    ("hasOnly", 2): lambda held, allowed: truth(set(held) <= set(allowed)) is Truth.YES,
    ("getFullYear", 1): lambda moment: moment.year,
    ("getMonth", 1): lambda moment: moment.month - 1,
    ("getDate", 1): lambda moment: moment.day,
    ("getDayOfMonth", 1): lambda moment: moment.day - 1,
    ("getDayOfWeek", 1): lambda moment: moment.isoweekday() % 7,
    ("getHours", 1): lambda moment: moment.hour,
    ("getMinutes", 1): lambda moment: moment.minute,
}
