"""Moves: where a step leads, for all actors and targets at once, kept by classes and never pair by pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from bartizan.core.step import Step
from bartizan.core.truth import Truth
from bartizan.graph.grid import Codes, Edges


class Move(NamedTuple):
    """One move: an actor uses a step on a target and holds something more."""

    step: str
    actor: str
    target: str
    gained: str
    truth: Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """All moves of one step."""

    step: Step[Any, Any]
    actors: Sequence[str]
    """Ids."""
    rows: Codes
    """For each actor, its class; -1 for one that the step is not about."""
    targets: Sequence[str]
    """Ids; a target from which several things are gained is there once for each."""
    gained: Sequence[str]
    """For each target, the id of what is gained: an asset, `admin:HOME` or `host:ID`."""
    columns: Codes
    """For each target, its class."""
    edges: Edges
    """Classes of actors, classes of targets, and truths (0 or 1): only pairs that are not certain to be blocked."""

    def __iter__(self) -> Iterator[Move]:
        """Yield every single move: for worlds small enough to be looked at."""
        for row, column, truth in zip(*(edge.tolist() for edge in self.edges), strict=True):
            for actor in np.flatnonzero(self.rows == row):
                for target in np.flatnonzero(self.columns == column):
                    move = self._move(int(actor), int(target), Truth(truth))
                    if move.gained != move.actor:
                        yield move

    def truth(self, actor: str, target: str, gained: str) -> Truth:
        """Return how certain a single move is; NO where it cannot be made."""
        acting = [at for at, id in enumerate(self.actors) if id == actor and self.rows[at] >= 0]
        bound = [at for at, id in enumerate(self.targets) if id == target and self.gained[at] == gained]
        rows, columns, truths = self.edges
        here = np.isin(rows, self.rows[acting]) & np.isin(columns, self.columns[bound])
        return Truth(int(truths[here].max(initial=-1)))

    def _move(self, actor: int, target: int, truth: Truth) -> Move:
        return Move(self.step.id, self.actors[actor], self.targets[target], self.gained[target], truth)

    @property
    def shape(self) -> tuple[int, int]:
        """Return how many classes of actors and of targets there are."""
        rows = np.concatenate((self.rows, self.edges[0])).max(initial=-1)
        return int(rows) + 1, int(np.concatenate((self.columns, self.edges[1])).max(initial=-1)) + 1

    def count(self) -> int:
        """Return how many pairs of actor and target there are, those that gain themselves included."""
        rows, columns = self.shape
        actors = np.bincount(self.rows[self.rows >= 0], minlength=rows)
        targets = np.bincount(self.columns, minlength=columns)
        return int((actors[self.edges[0]].astype(np.int64) * targets[self.edges[1]]).sum())
