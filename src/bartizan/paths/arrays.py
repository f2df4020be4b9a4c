"""Arrays: a graph of moves as rows of edges, both ways round, on which all searches run.

Nodes are numbers. The first of them have ids: assets, and what is gained. The others stand for many at once: a class
of actors or of targets of a step, a statement, a group. A move goes from an id to the next one, through nodes that
have none. Nothing here is ever changed once it is made, and no node or edge is an object.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Truth
from bartizan.paths.ids import NOWHERE, Ids, of_texts

Ints = NDArray[np.int32]
Nodes = NDArray[np.int32]
Mask = NDArray[np.bool_]
UNIT = 1000
"""Weights are kept in thousandths, so that sums are exact and ties are ties."""
HEAVIEST = 1_000_000
"""The weight above which a step is as hard as any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrays:
    """A graph. Edges are numbered in the order of where they start."""

    ids: Ids
    steps: tuple[str, ...]
    """Ids of the steps that edges name."""
    after: Ints
    """For each node its first edge, and after the last how many edges there are."""
    ends: Ints
    """For each edge, the node it leads to."""
    truth: NDArray[np.int8]
    """For each edge: 0 unknown, 1 yes."""
    weight: Ints
    """For each edge, what it costs an attacker, in thousandths."""
    step: NDArray[np.int16]
    """For each edge the step that it takes, -1 where it only joins a node to what it stands for."""
    target: Ints
    """For each edge, the number of the name of what the step is used on; -1 for what the edge leads to."""
    before: Ints
    """For each node its first place in `entering`."""
    entering: Ints
    """Edges in the order of where they end."""
    origins: Ints
    """For each place in `entering`, the node that the edge starts from."""

    @property
    def size(self) -> int:
        """Return how many nodes there are."""
        return len(self.after) - 1

    @property
    def count(self) -> int:
        """Return how many edges there are."""
        return len(self.ends)

    def number(self, id: str) -> int:
        """Return the node of an id, -1 where there is none."""
        return self.ids.number(id)

    def starts(self) -> Nodes:
        """Return for each edge the node it starts from."""
        return np.repeat(np.arange(self.size, dtype=np.int32), np.diff(self.after))

    def edge(self, start: int, end: int) -> int:
        """Return the edge between two nodes, of several the most certain and then the easiest; -1 for none."""
        first, last = int(self.after[start]), int(self.after[start + 1])
        found = (first + np.flatnonzero(self.ends[first:last] == end)).tolist()
        return min(found, key=lambda edge: (-self.truth[edge], self.weight[edge], edge), default=NOWHERE)


def once(numbers: NDArray[Any]) -> NDArray[Any]:
    """Return numbers in order, each once: as `np.unique`, which loads masked arrays to look for them."""
    ordered = np.sort(numbers, axis=None)
    kept = np.ones(len(ordered), np.bool_)
    kept[1:] = ordered[1:] != ordered[:-1]
    return ordered[kept]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeList:
    """Edges in any order, as they are gathered."""

    start: NDArray[Any]
    end: NDArray[Any]
    truth: NDArray[np.int8] | None = None
    """YES for all where None."""
    weight: NDArray[Any] | None = None
    """In thousandths; 0 for all where None."""
    step: NDArray[Any] | None = None
    target: NDArray[Any] | None = None

    def filled(self) -> dict[str, NDArray[Any]]:
        """Return its arrays by name, those that were not given filled in."""
        size = len(self.start)
        given = {"truth": self.truth, "weight": self.weight, "step": self.step, "target": self.target}
        least = {"truth": int(Truth.YES), "weight": 0, "step": NOWHERE, "target": NOWHERE}
        kinds: dict[str, Any] = {"truth": np.int8, "weight": np.int32, "step": np.int16, "target": np.int32}
        filled = {
            name: np.full(size, least[name], kinds[name]) if each is None else each.astype(kinds[name], copy=False)
            for name, each in given.items()
        }
        return {"start": self.start.astype(np.int32), "end": self.end.astype(np.int32), **filled}

    def arrays(self, ids: Ids, steps: Sequence[str], size: int) -> tuple[Arrays, NDArray[np.intp]]:
        """Return the graph of the edges between `size` nodes, and for each of its edges the position in this list."""
        own = self.filled()
        order = np.argsort(own["start"], kind="stable")
        ends = own["end"][order]
        entering = np.argsort(ends, kind="stable")
        made = Arrays(
            ids=ids,
            steps=tuple(steps),
            after=_firsts(own["start"], size),
            ends=ends,
            truth=own["truth"][order],
            weight=own["weight"][order],
            step=own["step"][order],
            target=own["target"][order],
            before=_firsts(ends, size),
            entering=entering.astype(np.int32),
            origins=own["start"][order][entering],
        )
        return made, order


def _firsts(nodes: Ints, size: int) -> Ints:
    firsts = np.zeros(size + 1, np.int32)
    np.cumsum(np.bincount(nodes, minlength=size), out=firsts[1:])
    return firsts


def nothing() -> Arrays:
    """Return the graph without nodes."""
    none = np.zeros(0, np.int32)
    return EdgeList(start=none, end=none).arrays(of_texts(()), (), 0)[0]


def spread(nodes: NDArray[Any], firsts: Ints) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return all places of some nodes in an array ordered by node, one node after the other, and how many each has."""
    first = firsts[nodes].astype(np.int64)
    counts = firsts[nodes + 1] - first
    at = np.arange(counts.sum()) + np.repeat(first - np.cumsum(counts) + counts, counts)
    return at, counts
