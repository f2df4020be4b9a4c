"""Verbs: all that can be said of one value, each told three-valued for values only partly seen."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bartizan.core.truth import Composite, Partial, Truth, Unknown, truth


@dataclass(frozen=True, slots=True)
class Verb:
    """What is said of a value, with an operand."""

    says: str
    test: Callable[[Any, Any], bool]
    """Called with a value that is neither null nor unknown."""
    partly: Callable[[Unknown, Any], Truth] | None = None
    """Judges a value of which something is known; None where nothing can be concluded."""
    of_null: bool = False
    """The answer for a value that is known to be unset."""

    def judge(self, value: object, operand: object) -> Truth:
        """Return how far the verb holds of a value."""
        if value is None:
            return truth(self.of_null)
        if isinstance(value, Unknown):
            return self.partly(value, operand) if self.partly and value.present else Truth.UNKNOWN
        return truth(self.test(value, operand))


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _matches(value: object, pattern: str) -> bool:
    return _compiled(pattern).search(str(value)) is not None


def _any_matches(values: object, pattern: str) -> bool:
    return any(_matches(value, pattern) for value in _members(values))


def _members(values: Any) -> Any:
    return values.known if isinstance(values, Partial) else values


def _grows(test: Callable[[Any, Any], bool]) -> Callable[[Unknown, Any], Truth]:
    """Judge a partly seen collection by a test that further members can only make true."""

    def partly(value: Unknown, operand: Any) -> Truth:
        seen = isinstance(value, Partial) and test(value.known, operand)
        return Truth.YES if seen else Truth.UNKNOWN

    return partly


def _shrinks(test: Callable[[Any, Any], bool]) -> Callable[[Unknown, Any], Truth]:
    """Judge a partly seen collection by a test that further members can only make false."""

    def partly(value: Unknown, operand: Any) -> Truth:
        seen = isinstance(value, Partial) and not test(value.known, operand)
        return Truth.NO if seen else Truth.UNKNOWN

    return partly


def _known_start(value: Unknown, operand: Any) -> Truth:
    """Judge how a text begins by its first part, where that part is known and long enough."""
    head = value.parts[0] if isinstance(value, Composite) and value.parts else None
    if not isinstance(head, str):
        return Truth.UNKNOWN
    if len(head) >= len(operand):
        return truth(head.startswith(operand))
    return Truth.UNKNOWN if operand.startswith(head) else Truth.NO


def _known_part(value: Unknown, operand: Any) -> Truth:
    parts = value.parts if isinstance(value, Composite) else ()
    return Truth.YES if any(isinstance(part, str) and operand in part for part in parts) else Truth.UNKNOWN


def _is_there(_value: Unknown, _operand: Any) -> Truth:
    return Truth.YES


VERBS: dict[str, Verb] = {
    "is": Verb("is", operator.eq),
    "is one of": Verb("is one of", lambda value, options: value in options),
    "is set": Verb("is set", lambda value, _: value not in ("", (), frozenset()), _is_there),
    "starts with": Verb("starts with", lambda value, start: str(value).startswith(start), _known_start),
    "ends with": Verb("ends with", lambda value, end: str(value).endswith(end)),
    "contains": Verb("contains", lambda value, part: part in str(value), _known_part),
    "matches": Verb("matches", _matches),
    "is at least": Verb("is at least", operator.ge),
    "is at most": Verb("is at most", operator.le),
    "has": Verb("has", lambda values, one: one in values, _grows(lambda values, one: one in values)),
    "has one of": Verb(
        "has one of",
        lambda values, options: not options.isdisjoint(values),
        _grows(lambda values, options: not options.isdisjoint(values)),
    ),
    "has all of": Verb(
        "has all of", lambda values, all: all <= set(values), _grows(lambda values, all: all <= set(values))
    ),
    "has only": Verb(
        "has only",
        lambda values, allowed: set(values) <= allowed,
        _shrinks(lambda values, allowed: set(values) <= allowed),
        of_null=True,
    ),
    "has a match of": Verb("has a match of", _any_matches, _grows(_any_matches)),
    "is empty": Verb(
        "is empty", lambda values, _: not len(values), _shrinks(lambda values, _: not len(values)), of_null=True
    ),
}
"""A condition is data: fit to print, to store and to run on whole columns."""
