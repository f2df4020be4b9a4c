"""What somebody can choose who makes something new: of all names that fit, those that policies tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.estate import Estate
from bartizan.identity.aws.statement import Statement
from bartizan.identity.hole import OPEN, covers, matches

FIELDS = 6
"""Of an ARN."""
_OPEN = re.compile(rf"[*?{OPEN}$]")
Actions = tuple[tuple[str, ...], bool]
"""Patterns of actions; True: all but these."""


class Choices:
    """The resource patterns of an estate's identity policies, by action."""

    def __init__(self, estate: Estate) -> None:
        policies = {id(policy): policy for each in estate.principals for policy in each.policies}
        statements: dict[int, Statement] = {}
        for policy in policies.values():
            if not isinstance(policy.document, Unknown):
                statements.update((id(each), each) for each in policy.document.statements if each.allows)
        self._by_actions: dict[Actions, set[str]] = {}
        for statement in statements.values():
            if statement.resources and not statement.all_resources_but:
                key = (statement.actions, statement.all_actions_but)
                self._by_actions.setdefault(key, set()).update(statement.resources)
        self._by_pattern = _by_pattern(self._by_actions)
        self._of: dict[str, dict[tuple[str, str], list[str]]] = {}

    def within(self, action: str, pattern: str) -> tuple[str, ...]:
        """Return a pattern and the narrower ones within it that allowing statements about the action name."""
        if action not in self._of:
            self._of[action] = _by_place(self._about(action.lower()))
        near = sorted({each for place in _near(_place(pattern), self._of[action]) for each in self._of[action][place]})
        found = (narrowed(pattern, each) for each in near)
        return tuple(dict.fromkeys((pattern, *(each for each in found if each is not None))))

    def _about(self, action: str) -> set[str]:
        """Return the resources of all statements about an action."""
        service = action.partition(":")[0]
        fitting = {
            key
            for begin in (service, "")
            for pattern, keys in self._by_pattern.get(begin, {}).items()
            if matches(pattern, action) is not Truth.NO
            for key in keys
        }
        fitting = {key for key in fitting if not key[1]} | {key for key in self._by_actions if key[1]} - fitting
        return {resource for key in fitting for resource in self._by_actions[key]}


def _by_pattern(keys: Iterable[Actions]) -> dict[str, dict[str, list[Actions]]]:
    """Return who has each pattern of actions, by the service it names; those that may be of any under an empty text."""
    found: dict[str, dict[str, list[Actions]]] = {}
    for key in keys:
        for pattern in key[0]:
            service = pattern.partition(":")[0]
            found.setdefault("" if _OPEN.search(service) else service, {}).setdefault(pattern, []).append(key)
    return found


def _place(pattern: str) -> tuple[str, str]:
    """Return the service and the account of an ARN pattern, empty where they can be several."""
    parts = pattern.split(":", FIELDS - 1)
    if len(parts) < FIELDS:
        return "", ""
    return "" if _OPEN.search(parts[2]) else parts[2], "" if _OPEN.search(parts[4]) else parts[4]


def _by_place(patterns: Iterable[str]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for pattern in patterns:
        found.setdefault(_place(pattern), []).append(pattern)
    return found


def _near(place: tuple[str, str], places: dict[tuple[str, str], list[str]]) -> Iterator[tuple[str, str]]:
    """Yield the places whose patterns can have something in common with those of one place."""
    if "" in place:
        yield from (
            each
            for each in places
            if all(one in ("", other) or not other for one, other in zip(each, place, strict=True))
        )
        return
    service, account = place
    yield from (each for each in ((service, account), ("", account), (service, ""), ("", "")) if each in places)


@lru_cache(maxsize=65536)
def narrowed(pattern: str, other: str) -> str | None:
    """Return what fits both of two ARN patterns, as a pattern; None for nothing, or no one pattern."""
    if covers(other, pattern) is Truth.YES:
        return pattern
    one, two = pattern.split(":", FIELDS - 1), other.split(":", FIELDS - 1)
    if len(one) < FIELDS or len(two) < FIELDS:
        return None
    fields = [_narrower(a, b) for a, b in zip(one, two, strict=True)]
    return None if None in fields else ":".join(field for field in fields if field is not None)


def _narrower(one: str, other: str) -> str | None:
    if covers(one, other) is Truth.YES:
        return other
    return one if covers(other, one) is Truth.YES else None
