"""How JMESPath compares values and takes them for true, when they may be unknown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from bartizan.core.truth import Composite, Ref, Unknown

Value = Any


@dataclass(frozen=True, slots=True)
class AtLeast(Unknown):
    """A number known to be no less than `least`: the length of a list that may have more members."""

    least: int = 0

    present: ClassVar[bool] = True


def truthy(value: Value) -> bool | Unknown:
    """Return whether JMESPath takes a value for true; unknown where that cannot be told."""
    if isinstance(value, Unknown):
        if isinstance(value, AtLeast):
            return True
        return True if isinstance(value, Ref | Composite) else value
    if isinstance(value, list) and value and all(isinstance(item, Unknown) and not item.present for item in value):
        return Unknown(value[0].why)
    return not (value is None or value is False or value == "" or value == [] or value == {})


def equal(one: Value, other: Value) -> bool | Unknown:
    """Return whether two values are the same; unknown where what is known of them leaves it open."""
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        return _equal_unseen(one, other)
    if isinstance(one, bool) is not isinstance(other, bool):
        return False
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return _all_equal(zip(one, other, strict=True))
    return bool(one == other)


def _all_equal(pairs: Any) -> bool | Unknown:
    doubt: Unknown | None = None
    for one, other in pairs:
        same = equal(one, other)
        if same is False:
            return False
        doubt = same if isinstance(same, Unknown) else doubt
    return True if doubt is None else doubt


def _equal_unseen(one: Value, other: Value) -> bool | Unknown:
    unseen, known = (one, other) if isinstance(one, Unknown) else (other, one)
    if known is None or isinstance(known, bool | dict | list):
        if unseen.present and known is None:
            return False
    elif isinstance(unseen, AtLeast) and isinstance(known, int) and known < unseen.least:
        return False
    elif isinstance(known, str) and isinstance(unseen, Ref | Composite):
        return False if _cannot_be(unseen, known) else Unknown(unseen.why)
    return Unknown(unseen.why)


def _cannot_be(unseen: Ref | Composite, text: str) -> bool:
    """Tell whether a partly known text is certainly another one. An attribute of a resource is never `*` or empty."""
    if isinstance(unseen, Ref):
        return text in ("*", "")
    position = 0
    for part in unseen.parts:
        if isinstance(part, str):
            position = text.find(part, position)
            if position < 0:
                return True
            position += len(part)
    head, tail = (unseen.parts[0], unseen.parts[-1]) if unseen.parts else ("", "")
    wrong_head = isinstance(head, str) and not text.startswith(head)
    return wrong_head or (isinstance(tail, str) and not text.endswith(tail))


def _ordered(test: Callable[[Any, Any], bool], growing: bool) -> Callable[[Value, Value], Value]:
    def compare(one: Value, other: Value) -> Value:
        if isinstance(one, AtLeast) and growing and _is_number(other) and test(one.least, other):
            return True
        if isinstance(one, AtLeast) and not growing and _is_number(other) and not test(one.least, other):
            return False
        for side in (one, other):
            if isinstance(side, Unknown):
                return Unknown(side.why)
        alike = (_is_number(one) and _is_number(other)) or (isinstance(one, str) and isinstance(other, str))
        return test(one, other) if alike else None

    return compare


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


ORDERS = {
    "lt": _ordered(lambda a, b: a < b, growing=False),
    "lte": _ordered(lambda a, b: a <= b, growing=False),
    "gt": _ordered(lambda a, b: a > b, growing=True),
    "gte": _ordered(lambda a, b: a >= b, growing=True),
}
