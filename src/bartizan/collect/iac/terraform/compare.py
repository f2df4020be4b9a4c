"""Equality of values, three-valued: what is unseen may make it unknown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bartizan.collect.iac.terraform.values import (
    CERTAIN,
    MAX_WEIGHT,
    Fault,
    Group,
    Json,
    Lazy,
    Rest,
    Shuffled,
    either,
    unknown_in,
    vague,
)
from bartizan.core.truth import Composite, Ref, Unknown


def same(one: Any, other: Any) -> bool | Unknown:
    """Tell whether two values are equal, as `==` does: types count, and what is unseen may make it unknown."""
    if type(one) in _SCALARS and type(other) in _SCALARS:
        return _same_scalars(one, other)
    return _Comparison().same(one, other)


_SCALARS = frozenset({str, int, float, bool, type(None)})


def _same_scalars(one: Any, other: Any) -> bool:
    if type(one) is bool or type(other) is bool:
        return one is other
    return bool(one == other)


class _Comparison:
    """Compares two values; the work is bounded."""

    __slots__ = ("steps",)

    def __init__(self) -> None:
        self.steps = 0

    def same(self, one: Any, other: Any) -> bool | Unknown:
        if type(one) in _SCALARS and type(other) in _SCALARS:
            return _same_scalars(one, other)
        self.steps += 1
        if self.steps > MAX_WEIGHT:
            raise Fault("the values compared are larger than is evaluated")
        if isinstance(one, Json):
            one = one.value if isinstance(other, Json) else Unknown("a text of which parts are unknown")
        if isinstance(other, Json):
            other = other.value if not isinstance(one, Unknown) else Unknown("a text of which parts are unknown")
        if isinstance(one, Unknown) or isinstance(other, Unknown):
            return _same_unseen(one, other)
        if isinstance(one, Lazy) or isinstance(other, Lazy):
            lazy = one if isinstance(one, Lazy) else other
            return False if one is None or other is None else vague(lazy.reference())
        if isinstance(one, dict):
            return isinstance(other, dict) and self._mappings(one, other)
        if isinstance(one, list):
            return isinstance(other, list) and self._lists(one, other)
        return False

    def _mappings(self, one: dict[str, Any], other: dict[str, Any]) -> bool | Unknown:
        if one.keys() != other.keys():
            return False
        return self._all([(value, other[key]) for key, value in one.items()])

    def _lists(self, one: list[Any], other: list[Any]) -> bool | Unknown:
        rest = next((item for item in (*one, *other) if isinstance(item, Rest)), None)
        if rest is not None:
            return vague(rest)
        if isinstance(one, (Group, Shuffled)) or isinstance(other, (Group, Shuffled)):
            unseen = either(unknown_in(one), unknown_in(other))
            if unseen is not None:
                return vague(unseen)
        if len(one) != len(other):
            return False
        return self._all(list(zip(one, other, strict=True)))

    def _all(self, pairs: list[tuple[Any, Any]]) -> bool | Unknown:
        unseen: Unknown | None = None
        for one, other in pairs:
            answer = self.same(one, other)
            if answer is False:
                return False
            if isinstance(answer, Unknown):
                unseen = either(unseen, answer)
        return True if unseen is None else unseen


def identical(one: Any, other: Any) -> bool:
    """Tell whether two unseen values are certain to be the same: one attribute of one instance."""
    if isinstance(one, Ref) and isinstance(other, Ref):
        whole = bool(one.address) and "[*]" not in one.address and one.attribute
        return bool(whole) and (one.address, one.attribute) == (other.address, other.attribute)
    if isinstance(one, Composite) and isinstance(other, Composite) and len(one.parts) == len(other.parts):
        pairs = zip(one.parts, other.parts, strict=True)
        return all(a == b if isinstance(a, str) else identical(a, b) for a, b in pairs)
    return False


def _same_unseen(one: Any, other: Any) -> bool | Unknown:
    if not isinstance(one, Unknown):
        one, other = other, one
    if identical(one, other):
        return True
    if other is None and (isinstance(one, Composite) or (isinstance(one, Ref) and one.attribute in CERTAIN)):
        return False
    if isinstance(one, Composite) and (isinstance(other, (str, Composite)) and _ends_differ(one, other)):
        return False
    if isinstance(one, Composite) and isinstance(other, (bool, int, float, list, dict)):
        return False
    return vague(one)


def _ends_differ(one: Composite, other: str | Composite) -> bool:
    """Tell whether the known parts of a text rule out that it is the other."""
    parts: tuple[str | Unknown, ...] = (other,) if isinstance(other, str) else other.parts
    if isinstance(other, str) and sum(len(part) for part in one.parts if isinstance(part, str)) > len(other):
        return True
    return _clash(one.parts[0], parts[0], str.startswith) or _clash(one.parts[-1], parts[-1], str.endswith)


def _clash(one: str | Unknown, other: str | Unknown, meets: Callable[[str, str], bool]) -> bool:
    return isinstance(one, str) and isinstance(other, str) and not meets(one, other) and not meets(other, one)
