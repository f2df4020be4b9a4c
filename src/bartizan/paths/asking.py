"""What the steps need to ask of access: one question for many actors and targets at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from bartizan.core.access import Access, Question
from bartizan.graph.grid import Grid

Given = Mapping[str, str | tuple[str, ...]]


class Asking(Access, Protocol):
    """Access that answers in bulk, and knows how things are called and where they live."""

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None = None) -> Grid:
        """Answer for many actors (all of `actors()` where None) and many targets."""
        ...

    def outsiders(self, action: str, resource: str) -> tuple[str, ...]:
        """Return those outside who may be let in: `anonymous`, services, other accounts that a policy names."""
        ...

    def notes(self, action: str) -> tuple[str, ...]:
        """Return what limits every answer about an action: guardrails that were not seen, an unknown action."""
        ...

    def name(self, id: str) -> str:
        """Return the provider's own name of an asset: its ARN, its ARM id; the id itself where it has none."""
        ...

    def home(self, id: str) -> str:
        """Return the account, subscription, project or cluster an asset lives in; empty where that is not known."""
        ...

    def fill(self, pattern: str, id: str) -> str:
        """Put the home of an asset into a pattern: `{partition}`, `{region}`, `{account}`, and its name: `{target}`."""
        ...

    def candidates(self, action: str, pattern: str) -> tuple[str, ...]:
        """Return, of what fits a pattern, all that policies tell apart: the pattern, and narrower ones within it.

        Whoever makes something new chooses its name: that one of them is allowed is enough.
        """
        ...


def asked(access: Access, action: str, targets: Sequence[str], given: Mapping[str, str], actors: Sequence[str]) -> Grid:
    """Return the grid of access that answers one question at a time: every pair of distinct ones is asked."""
    rows, columns = list(dict.fromkeys(actors)), list(dict.fromkeys(targets))
    truths = np.full((len(rows), len(columns)), -1, np.int8)
    for row, actor in enumerate(rows):
        for column, target in enumerate(columns):
            question = Question(actor=actor, action=action, target=target, given=given)
            truths[row, column] = access.can(question).truth
    return Grid(_codes(actors, rows), _codes(targets, columns), truths)


def _codes(ids: Sequence[str], distinct: list[str]) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    position = {id: number for number, id in enumerate(distinct)}
    return np.fromiter((position[id] for id in ids), np.int32, len(ids))
