"""Evaluated values in core's words, as they leave the evaluator."""

from __future__ import annotations

from typing import Any

from bartizan.collect.iac.terraform.values import MAX_WEIGHT, Fault, Json, Lazy, Rest, vague
from bartizan.collect.jsontext import decoded
from bartizan.core.truth import Composite, Unknown


def plain(value: Any) -> Any:
    """Return a value in core's words: JSON-like, any leaf or list member may be `Unknown`.

    JSON text of which parts are unknown is returned decoded, with the unknown parts in their places; raises `Fault`
    for a value that is too large.
    """
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
            return self._unseen(value)
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

    def _unseen(self, value: Unknown) -> Any:
        if isinstance(value, Rest):
            return vague(value)
        structure = decoded(value) if isinstance(value, Composite) else None
        return value if structure is None else self.make(structure)

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
