"""Values of assets as networks take them: sets that may have more members, flags and texts that may not be known."""

from __future__ import annotations

from collections.abc import Iterable

from bartizan.collect.assets import ELSEWHERE
from bartizan.core.truth import Partial, Truth, Unknown
from bartizan.network.ranked.estate import NONE, Some


def some(value: object) -> Some:
    """Return the members of a set or a link, as texts, with the reason why there may be more."""
    if isinstance(value, Partial):
        return Some(frozenset(_text(each) for each in value.known if not isinstance(each, Unknown)), value.why)
    if isinstance(value, Unknown):
        return Some(more=value.why)
    if not isinstance(value, Iterable) or isinstance(value, str):
        return NONE
    members = list(value)
    doubt = next((each.why for each in members if isinstance(each, Unknown)), "")
    return Some(frozenset(_text(each) for each in members if not isinstance(each, Unknown)), doubt)


def here(value: object) -> Some:
    """Return the members of a link; that it leads to something declared elsewhere as well does not count."""
    found = some(value)
    return Some(found.known) if found.more == ELSEWHERE else found


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def certain(value: object) -> Truth:
    """Return how certain a flag is; one that is not set does not hold."""
    return Truth.UNKNOWN if isinstance(value, Unknown) else Truth.YES if value else Truth.NO


def text(value: object) -> str | None:
    """Return a text, or None where it is not known or not there."""
    return value if isinstance(value, str) else None


def number(value: object) -> float | None:
    """Return a number, or None where it is not known."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def why(value: object, otherwise: str) -> str:
    """Return why a value is not known."""
    return value.why if isinstance(value, Unknown) else otherwise


def first(value: object) -> str:
    """Return the one member of a link that leads to one thing; empty where there is none, or it is not known."""
    return min(some(value).known, default="")


def elsewhere(value: object) -> bool:
    """Tell whether a link leads to something that is declared elsewhere, and to nothing that was read."""
    found = some(value)
    return not found.known and found.more in ("", ELSEWHERE)
