"""The smallest cut: what to take away, for the least cost, so that no way is left from some nodes to others.

An implicit hitting set: the ways that are left are searched, each demands that one of its labels is taken; an integer
program finds the least that meets all demands so far. As long as ways are left then, they make more demands. Where
none is left it is proven that no set costs less, since every set has to meet these demands.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import Arrays, EdgeList, Mask, Nodes, once
from bartizan.paths.hitting import EXACT, Demand, cheapest, greedily, without_spare
from bartizan.paths.ids import of_texts
from bartizan.paths.labels import Labels
from bartizan.paths.nearest import tree_from
from bartizan.paths.reachable import held, reach, who_can_reach

SECONDS = 20.0
NUDGE = 1024
"""What one label on a way counts, next to an edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Labels to take."""

    labels: tuple[int, ...]
    cost: float
    optimal: bool
    """Whether it is proven that none costs less."""
    bound: float
    """What any such set costs at least."""
    left: tuple[int, ...]
    """Goals that no labels can cut off."""


def cut(
    arrays: Arrays,
    starts: NDArray[Any],
    goals: NDArray[Any],
    labels: Labels,
    cost: NDArray[np.float64],
    *,
    certain: bool = True,
    seconds: float = SECONDS,
) -> Cut:
    """Return the labels of least cost without which no goal is reached from any start.

    `labels`: of the edges of the graph. `cost`: of each label, none below 0. `seconds`: time after which the best set
    found by then is returned; it always cuts all that can be cut.
    """
    until = time.monotonic() + seconds
    fixed = reach(arrays, starts, certain=certain, kept=labels.many() == 0)
    wanted = once(goals).astype(np.int32)
    left = tuple(wanted[fixed[wanted]].tolist())
    part = _between(arrays, starts, wanted[~fixed[wanted]], labels, certain, fixed)
    search = _Cutting(part, cost, until)
    taken, bound = search.best()
    paid = float(cost[list(taken)].sum())
    return Cut(
        labels=tuple(sorted(taken)),
        cost=paid,
        optimal=paid <= bound + EXACT,
        bound=min(bound, paid),
        left=left,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a graph that lies between starts and goals."""

    arrays: Arrays
    labels: Labels
    starts: Nodes
    goals: Nodes


def _between(arrays: Arrays, starts: NDArray[Any], goals: Nodes, labels: Labels, certain: bool, fixed: Mask) -> _Part:
    """Return the part that counts; all that is reached whatever is taken is one node in it, the start."""
    kept = held(arrays, certain)
    there = reach(arrays, starts, certain=certain) & who_can_reach(arrays, goals, certain=certain)
    number = np.cumsum(there & ~fixed, dtype=np.int32)
    number[fixed] = 0
    begins = arrays.starts()
    edges = there[begins] & there[arrays.ends] & ~fixed[arrays.ends]
    if kept is not None:
        edges &= kept
    places = np.flatnonzero(edges)
    made = EdgeList(start=number[begins[places]], end=number[arrays.ends[places]])
    size = int(number.max(initial=0)) + 1
    part, order = made.arrays(of_texts(()), (), size)
    first, many = labels.after[places[order]], labels.many()[places[order]]
    after = np.zeros(len(places) + 1, np.int32)
    np.cumsum(many, out=after[1:])
    at = np.arange(int(after[-1])) - np.repeat(after[:-1], many) + np.repeat(first, many)
    some = Labels(count=labels.count, after=after, labels=labels.labels[at])
    return _Part(part, some, np.zeros(1, np.int32), number[goals[there[goals]]])


class _Cutting:
    """The search for a cut."""

    def __init__(self, part: _Part, cost: NDArray[np.float64], until: float) -> None:
        self.part, self.cost, self.until = part, cost, until
        self.demands: dict[Demand, None] = {}
        self.weight = part.labels.many().astype(np.int64) * NUDGE + 1

    def best(self) -> tuple[frozenset[int], float]:
        """Return the cheapest cut found, and what any costs at least."""
        taken: frozenset[int] = frozenset()
        found, bound = frozenset[int](), 0.0
        least = inf
        while True:
            whole = self._completed(taken)
            paid = float(self.cost[list(whole)].sum())
            if paid < least:
                found, least = whole, paid
            if least <= bound + EXACT or time.monotonic() > self.until:
                return found, bound
            hit = cheapest(self.demands, self.cost, self.until - time.monotonic())
            if hit is None:
                return found, bound
            taken, bound = hit.labels, max(bound, hit.bound)

    def _completed(self, taken: frozenset[int]) -> frozenset[int]:
        """Return labels, and whatever else it takes to cut all: what the ways that are left ask for is added."""
        more = set(taken)
        while fresh := self._left(more):
            self.demands.update(dict.fromkeys(fresh))
            more |= greedily(fresh, self.cost)
        spare = without_spare(more, self.demands, self.cost)
        if len(spare) < len(more) and time.monotonic() < self.until:
            fresh = self._left(set(spare))
            self.demands.update(dict.fromkeys(fresh))
            return frozenset(more) if fresh else spare
        return frozenset(more)

    def _left(self, taken: set[int]) -> list[Demand]:
        """Return what the ways that are left demand: for each goal the way that has fewest labels."""
        mask = np.zeros(self.part.labels.count, np.bool_)
        mask[list(taken)] = True
        arrays, uncut = self.part.arrays, self.part.labels.uncut(mask)
        tree = tree_from(arrays, self.part.starts, self.weight, certain=False, kept=uncut)
        edge, onward = tree.edge, tree.onward
        demands: dict[Demand, None] = {}
        for goal in self.part.goals[tree.reached[self.part.goals]].tolist():
            at, labels = goal, set[int]()
            while onward[at] >= 0:
                labels.update(self.part.labels.of(int(edge[at])))
                at = int(onward[at])
            demands[frozenset(labels)] = None
        return list(demands)
