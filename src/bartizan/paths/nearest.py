"""The ways of least cost from some nodes, or toward some: all at once, a band of costs after the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import Arrays, Ints, Mask, Nodes, once
from bartizan.paths.ids import NOWHERE
from bartizan.paths.reachable import distinct, held, onward

Costs = NDArray[np.int64]
FAR = np.iinfo(np.int64).max
"""The cost of what is not reached."""
ROUNDS = 4000
"""Rounds after which a graph is taken to be deep and narrow: one library call is faster there."""


class Order(Enum):
    """What makes one way better than another."""

    LIKELY = "likely"
    """Less weight; of two with the same, the one of fewer moves, and then the more certain one."""
    SHORT = "short"
    """Fewer moves; of two with as many, the one of less weight, and then the more certain one."""

    def costs(self, arrays: Arrays) -> Costs:
        """Return the cost of each edge: what counts most in the highest digits."""
        weight, moves = arrays.weight.astype(np.int64), (arrays.step >= 0).astype(np.int64)
        doubt = (arrays.truth <= 0).astype(np.int64)
        first = (weight << 24) + (moves << 8) if self is Order.LIKELY else (moves << 40) + (weight << 8)
        return first + doubt


@dataclass(frozen=True, slots=True)
class Tree:
    """The best way on for every node: to the nearest of some goals, or back to the nearest of some starts."""

    cost: Costs
    """FAR where there is none."""
    onward: Ints
    """The next node; -1 at the end, and where there is no way."""
    edge: NDArray[np.int32]
    """The edge to it, or from it; -1 where there is none."""

    @property
    def reached(self) -> Mask:
        """Return which nodes have a way."""
        return self.cost < FAR

    def way(self, node: int) -> tuple[int, ...]:
        """Return the nodes from one to the end of its way, itself first; none where it has no way."""
        if self.cost[node] == FAR:
            return ()
        nodes = [node]
        while (following := int(self.onward[nodes[-1]])) != NOWHERE:
            nodes.append(following)
        return tuple(nodes)


def best(
    arrays: Arrays, starts: NDArray[Any], goals: NDArray[Any], *, certain: bool = True, order: Order = Order.LIKELY
) -> list[tuple[int, ...]]:
    """Return for each goal the nodes of the best way to it from any start; none where there is no way.

    A goal that is a start is its own way, of one node.
    """
    tree = tree_from(arrays, starts, order.costs(arrays), certain=certain)
    return [tree.way(goal)[::-1] for goal in goals.tolist()]


def tree_from(arrays: Arrays, starts: NDArray[Any], costs: Costs, *, certain: bool, kept: Mask | None = None) -> Tree:
    """Return the best ways back to the nearest of some starts. `costs`: of each edge, none below 0."""
    return _tree(arrays, starts, costs, _both(held(arrays, certain), kept), backward=False)


def tree_toward(arrays: Arrays, goals: NDArray[Any], costs: Costs, *, certain: bool, kept: Mask | None = None) -> Tree:
    """Return the best ways to the nearest of some goals. `costs`: of each edge, none below 0."""
    return _tree(arrays, goals, costs, _both(held(arrays, certain), kept), backward=True)


def _both(one: Mask | None, two: Mask | None) -> Mask | None:
    if one is None or two is None:
        return two if one is None else one
    return one & two


def _tree(arrays: Arrays, seeds: NDArray[Any], costs: Costs, kept: Mask | None, *, backward: bool) -> Tree:
    growing = _Growing(arrays, costs, kept, backward, once(seeds).astype(np.int32))
    return growing.grown()


class _Growing:
    """A tree as it grows. Bands are delta-stepping's buckets: within one, edges are followed until nothing improves."""

    def __init__(self, arrays: Arrays, costs: Costs, kept: Mask | None, backward: bool, seeds: Nodes) -> None:
        self.arrays, self.costs, self.kept, self.backward = arrays, costs, kept, backward
        self.cost = np.full(arrays.size, FAR, np.int64)
        self.onward = np.full(arrays.size, NOWHERE, np.int32)
        self.edge = np.full(arrays.size, NOWHERE, np.int32)
        self.stamp = np.zeros(arrays.size, np.int32)
        self.seeds = seeds
        self.cost[seeds] = 0
        dear = costs[costs > 0]
        self.width = max(int(dear.mean()) if len(dear) else 1, 1)
        self.waiting: dict[int, list[Nodes]] = {0: [seeds]} if len(seeds) else {}

    def grown(self) -> Tree:
        """Follow edges until no way gets better."""
        rounds = 0
        while self.waiting:
            band = min(self.waiting)
            nodes = distinct(np.concatenate(self.waiting.pop(band)), self.stamp)
            nodes = nodes[self.cost[nodes] // self.width == band]
            while len(nodes):
                rounds += 1
                nodes = self._follow(nodes, band)
            if rounds > ROUNDS:
                return self._by_library()
        return Tree(self.cost, self.onward, self.edge)

    def _follow(self, nodes: Nodes, band: int) -> Nodes:
        """Follow the edges of some nodes; return those whose way got better within the band, put off all others."""
        found, edges, source = onward(self.arrays, nodes, backward=self.backward, kept=self.kept)
        cost = self.cost[source] + self.costs[edges]
        better = cost < self.cost[found]
        found, edges, source, cost = found[better], edges[better], source[better], cost[better]
        np.minimum.at(self.cost, found, cost)
        won = self.cost[found] == cost
        found, edges, source = found[won], edges[won], source[won]
        self.onward[found], self.edge[found] = source, edges
        found = distinct(found, self.stamp)
        # of several edges as good, both arrays hold that of the last: they were written in the same order
        bands = self.cost[found] // self.width
        for later in once(bands[bands > band]).tolist():
            self.waiting.setdefault(later, []).append(found[bands == later])
        going_on: Nodes = found[bands == band]
        return going_on

    def _by_library(self) -> Tree:
        """Go on from what is there by scipy's search: exact as long as sums of costs are below 2**53."""
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import dijkstra

        arrays, root = self.arrays, self.arrays.size
        edges = np.arange(arrays.count) if self.kept is None else np.flatnonzero(self.kept)
        starts = arrays.starts()[edges]
        pair = (arrays.ends[edges], starts) if self.backward else (starts, arrays.ends[edges])
        cost = self.costs[edges]
        order = np.lexsort((cost, pair[1], pair[0]))
        start, end = pair[0][order], pair[1][order]
        first = np.ones(len(order), np.bool_)  # of parallel edges the cheapest
        first[1:] = (start[1:] != start[:-1]) | (end[1:] != end[:-1])
        order, start, end = order[first], start[first], end[first]
        after = np.searchsorted(start, np.arange(root + 1))
        graph = csr_array((cost[order].astype(np.float64), end, after), shape=(root, root))
        far, parent, _ = dijkstra(graph, indices=self.seeds, return_predecessors=True, min_only=True)
        reached = np.isfinite(far)
        self.cost[:] = FAR
        self.cost[reached] = far[reached].astype(np.int64)
        self.onward[:] = np.where(parent >= 0, parent, NOWHERE)
        self.edge[:] = NOWHERE
        led = np.flatnonzero(parent >= 0)
        keys = start.astype(np.int64) * root + end
        self.edge[led] = edges[order[np.searchsorted(keys, parent[led].astype(np.int64) * root + led)]]
        return Tree(self.cost, self.onward, self.edge)
