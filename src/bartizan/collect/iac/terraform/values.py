"""What expressions evaluate to beside plain JSON-like values, and how unknown parts of a value are found.

Inside the evaluator a value is None, a bool, an int, a float, a str, a list, a dict (never changed once made),
an `Unknown`, or one of the classes below. `plain` turns what is left of those into core's words at the border.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bartizan.core.truth import Composite, Unknown

MAX_WEIGHT = 500_000
"""Values one value may be made of: beyond lies a configuration built to exhaust its reader."""
MAX_TEXT = 8 * 1024 * 1024


CERTAIN = frozenset({"id", "arn", "self_link", "invoke_arn", "unique_id"})
"""Attributes that every resource which has them computes: never null, and always told by reference."""


class Fault(Exception):
    """An expression that cannot be evaluated: Terraform would refuse it. Its text says why."""


@dataclass(frozen=True, slots=True)
class Rest(Unknown):
    """Stands in a list for any number of members, possibly none."""


WORKING_DIRECTORY = Unknown("the directory is known only where Terraform runs")
"""`path.cwd`. Files under it are found all the same, as it is taken to be the root module's."""


class Group(list[Any]):
    """A set: its members are distinct, in order, and are their own keys."""


class Shuffled(list[Any]):
    """A list made of a set of which members are unknown: so is where in it each stands, and whether two are one."""


@dataclass(frozen=True, slots=True)
class Json:
    """A text that is the JSON encoding of a value with unknown parts, kept decoded."""

    value: Any


class Lazy:
    """Something with attributes that are evaluated when asked for: a resource, a module.

    Not an abstract base class, as those are asked for their subclasses at some cost.
    """

    __slots__ = ()

    def attribute(self, name: str) -> Any:
        """Return an attribute's value; raises `Fault` where there can be none."""
        raise NotImplementedError

    def reference(self) -> Unknown:
        """Return what stands for the whole of it in a value."""
        raise NotImplementedError

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
        """Return the attribute of the one that represents them."""
        return self.instance.attribute(name)

    def at(self, key: Any) -> Any:
        """Return the one that represents them."""
        return self.instance

    def reference(self) -> Unknown:
        """Return what stands for the one that represents them."""
        return self.instance.reference()


def vague(unknown: Unknown) -> Unknown:
    """Return an unknown for something made from `unknown`: not the same value, but unseen for the same reason."""
    return Unknown(unknown.why)


def either(*values: Any) -> Any:
    """Return the first value that is not None; unlike `or`, it does not ask an `Unknown` for its truth."""
    return next((value for value in values if value is not None), None)


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


def is_shuffled(items: Any) -> bool:
    """Tell whether it is unknown in which order the members of a list or set come."""
    if isinstance(items, Shuffled):
        return len(items) > 1
    return isinstance(items, Group) and len(items) > 1 and unknown_in(items) is not None


def arranged(items: list[Any], *sources: Any) -> list[Any]:
    """Return a list made of the members of others, in their order as far as that is known."""
    return Shuffled(items) if any(is_shuffled(source) for source in sources) else items


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
