"""Makes a case on which the engines differ as small as it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from tools.differential.case import Case

Differ = Callable[[Sequence[Case]], list[bool]]
"""Tells of each case whether the engines still differ on it in the same way."""
KEPT = frozenset(
    {"feature", "caller", "arn", "session", "service", "federated", "action", "resource", "account", "owner"}
    | {"organization", "owner_organization"}
)
"""What a case is about, and what says where it is from; left alone."""


def shrunk(case: Case, differ: Differ) -> Case:
    """Return the smallest case found by leaving out one thing after the other."""
    while True:
        smaller = list(candidates(case))
        left = next((one for one, still in zip(smaller, differ(smaller), strict=True) if still), None)
        if left is None:
            return case
        case = left


def candidates(case: Case) -> Iterator[Case]:
    """Yield the cases that have one thing less, the biggest things first."""
    for field in fields(Case):
        value = getattr(case, field.name)
        if field.name in KEPT or not value:
            continue
        if field.name not in ("identity", "service_controls", "resource_controls", "context", "tags", "owner_tags"):
            nothing: Any = False if value is True else None
            yield replace(case, **{field.name: nothing})
        for less in _less(value):
            yield replace(case, **{field.name: less})


def _less(value: Any) -> Iterator[Any]:
    """Yield a value with one part less: a member, a statement, a condition, one of several texts."""
    if isinstance(value, dict):
        yield from _less_object(value)
    elif isinstance(value, (list, tuple)):
        kind = type(value)
        for at, member in enumerate(value):
            if len(value) > 1 or kind is tuple:
                yield kind([*value[:at], *value[at + 1 :]])
            for less in _less(member):
                yield kind([*value[:at], less, *value[at + 1 :]])
        if len(value) == 1 and kind is list:
            yield value[0]


def _less_object(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    elements = "Effect" in value or "Statement" in value
    for name, part in value.items():
        if not elements or name in ("Condition", "Sid"):
            without = {other: kept for other, kept in value.items() if other != name}
            if without or not elements:
                yield without
        if name in ("Action", "Resource") and part != "*":
            yield value | {name: "*"}
        for less in _less(part):
            if less not in ((), [], {}) or name == "Condition":
                yield value | {name: less}
