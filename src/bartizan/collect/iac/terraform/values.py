"""What expressions evaluate to beside plain JSON-like values, and how unknown parts of a value are found.

Inside the evaluator a value is None, a bool, an int, a float, a str, a list, a dict (never changed once made),
an `Unknown`, or one of the classes below. `plain` turns what is left of those into core's words at the border.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from bartizan.core.truth import Composite, Ref, Unknown

MAX_WEIGHT = 500_000
"""Values one value may be made of: beyond lies a configuration built to exhaust its reader."""
MAX_TEXT = 8 * 1024 * 1024


class Fault(Exception):
    """An expression that cannot be evaluated: Terraform would refuse it. Its text says why."""


@dataclass(frozen=True, slots=True)
class Rest(Unknown):
    """Stands in a list for any number of members, possibly none."""

    like: Unknown | None = None
    """What the member is, where there is at most one, and it is left out only for being there already."""


class Group(list[Any]):
    """A set: its members are distinct, in order, and are their own keys."""


@dataclass(frozen=True, slots=True)
class Json:
    """A text that is the JSON encoding of a value with unknown parts, kept decoded."""

    value: Any


class Lazy(ABC):
    """Something with attributes that are evaluated when asked for: a resource, a module."""

    __slots__ = ()

    @abstractmethod
    def attribute(self, name: str) -> Any:
        """Return an attribute's value; raises `Fault` where there can be none."""

    @abstractmethod
    def reference(self) -> Unknown:
        """Return what stands for the whole of it in a value."""

    def at(self, key: Any) -> Any:
        """Return what `[key]` gives."""
        if isinstance(key, Unknown):
            return Unknown(key.why)
        return self.attribute(str(key))


class Many(Lazy):
    """The instances of a block whose count or for_each is unknown, represented by one."""

    __slots__ = ("doubt", "instance")

    def __init__(self, instance: Lazy, doubt: Unknown) -> None:
        self.instance = instance
        self.doubt = doubt

    def attribute(self, name: str) -> Any:
        return self.instance.attribute(name)

    def at(self, key: Any) -> Any:
        return self.instance

    def reference(self) -> Unknown:
        return self.instance.reference()


def vague(unknown: Unknown) -> Unknown:
    """Return an unknown for something made from `unknown`: not the same value, but unseen for the same reason."""
    return Unknown(unknown.why)


def unknown_in(value: Any) -> Unknown | None:
    """Return the first unknown anywhere in a value."""
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None or kind is float:
        return None
    if isinstance(value, Unknown):
        return value
    return _search(value)


def _search(value: Any) -> Unknown | None:
    pending, seen = [value], set()
    while pending:
        value = pending.pop()
        if isinstance(value, Unknown):
            return value
        if isinstance(value, Lazy):
            return value.reference()
        if isinstance(value, Json):
            value = value.value
        if isinstance(value, (list, dict)) and id(value) not in seen:
            seen.add(id(value))
            pending.extend(reversed(value) if isinstance(value, list) else reversed(value.values()))
    return None


def composite(parts: list[Any]) -> str | Composite:
    """Return a text made of known and unknown parts, neighbours joined; a `str` when all are known."""
    merged: list[str | Unknown] = []
    size = 0
    for part in _flat(parts):
        if isinstance(part, str):
            size += len(part)
            if merged and isinstance(merged[-1], str):
                merged[-1] += part
                continue
            if not part:
                continue
        merged.append(part)
    if size > MAX_TEXT:
        raise Fault("the text grows longer than is evaluated")
    if not merged:
        return ""
    if len(merged) == 1 and isinstance(merged[0], str):
        return merged[0]
    why = next(part.why for part in merged if isinstance(part, Unknown))
    return Composite(why, tuple(merged))


def _flat(parts: list[Any]) -> list[Any]:
    flat: list[Any] = []
    for part in parts:
        if isinstance(part, Composite):
            flat.extend(part.parts)
        elif isinstance(part, Rest):
            flat.append(vague(part))
        else:
            flat.append(part)
    return flat


def plain(value: Any) -> Any:
    """Return a value in core's words: JSON-like, any leaf or list member may be `Unknown`."""
    kind = type(value)
    if kind is str or kind is bool or value is None or kind is int or kind is float:
        return value
    return _Plain().make(value)


class _Plain:
    """Makes a plain value; parts that occur several times are made once, and their expansion is bounded."""

    __slots__ = ("made", "weight")

    def __init__(self) -> None:
        self.made: dict[int, tuple[Any, int, Any]] = {}
        self.weight = 0

    def make(self, value: Any) -> Any:
        kind = type(value)
        if kind is str or kind is bool or value is None or kind is int or kind is float:
            self.weight += 1
            return value
        if isinstance(value, Unknown):
            self.weight += 1
            return (value.like or vague(value)) if isinstance(value, Rest) else value
        if isinstance(value, Lazy):
            return value.reference()
        known = self.made.get(id(value))
        if known is not None:
            self.weight += known[1]
            self._bound()
            return known[0]
        before = self.weight
        made = self._container(value)
        self.made[id(value)] = (made, self.weight - before, value)
        return made

    def _container(self, value: Any) -> Any:
        make = self.make
        if isinstance(value, Json):
            return make(value.value)
        self.weight += 1
        self._bound()
        if isinstance(value, list):
            return [make(item) for item in value]
        return {key: make(item) for key, item in value.items()}

    def _bound(self) -> None:
        if self.weight > MAX_WEIGHT:
            raise Fault("the value grows larger than is evaluated")


def same(one: Any, other: Any) -> bool | Unknown:
    """Tell whether two values are equal, as `==` does: types count, and what is unseen may make it unknown."""
    return _Comparison().same(one, other)


class _Comparison:
    """Compares two values; the work is bounded."""

    __slots__ = ("steps",)

    def __init__(self) -> None:
        self.steps = 0

    def same(self, one: Any, other: Any) -> bool | Unknown:
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
        if isinstance(one, bool) or isinstance(other, bool):
            return one is other
        return bool(one == other)

    def _mappings(self, one: dict[str, Any], other: dict[str, Any]) -> bool | Unknown:
        if one.keys() != other.keys():
            return False
        return self._all([(value, other[key]) for key, value in one.items()])

    def _lists(self, one: list[Any], other: list[Any]) -> bool | Unknown:
        rest = next((item for item in (*one, *other) if isinstance(item, Rest)), None)
        if rest is not None:
            return vague(rest)
        if isinstance(one, Group) or isinstance(other, Group):
            unseen = unknown_in(one) or unknown_in(other)
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
                unseen = unseen or answer
        return True if unseen is None else unseen


CERTAIN = frozenset({"id", "arn", "self_link", "invoke_arn", "unique_id"})
"""Attributes that every resource which has them computes: never null, and always told by reference."""


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
    parts = (other,) if isinstance(other, str) else other.parts
    first, second = one.parts[0], parts[0]
    if isinstance(first, str) and isinstance(second, str):
        length = min(len(first), len(second))
        if first[:length] != second[:length] or (isinstance(other, str) and len(first) > len(second)):
            return True
    first, second = one.parts[-1], parts[-1]
    if isinstance(first, str) and isinstance(second, str):
        length = min(len(first), len(second))
        if first[len(first) - length :] != second[len(second) - length :]:
            return True
    return False
