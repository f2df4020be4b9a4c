"""The best ways to one goal, in order: each passes no id twice.

Yen's deviations, of which only those are worked out whose lower bound comes up: the tree of best ways toward the goal
gives that bound, and in most cases the way itself. Where it leads back over what was passed, an A* search with the
same bounds finds another. Only nodes from which the goal is reached are ever looked at.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import Arrays, Mask
from bartizan.paths.nearest import FAR, Costs, Order, Tree, tree_toward
from bartizan.paths.reachable import held


class Option(NamedTuple):
    """A node that may come next."""

    total: int
    """What it costs to get there, and from there to the goal."""
    node: int
    cost: int
    """What it costs to get there."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A goal, with what every search toward it needs: made once, used for any starts and any number of ways."""

    arrays: Arrays
    goal: int
    tree: Tree
    costs: Costs
    kept: Mask | None
    _options: dict[int, tuple[Option, ...]] = field(default_factory=dict)

    def options(self, node: int) -> tuple[Option, ...]:
        """Return what may come after a node, the best first."""
        found = self._options.get(node)
        if found is None:
            found = self._options[node] = self._sorted(node)
        return found

    def _sorted(self, node: int) -> tuple[Option, ...]:
        first, last = int(self.arrays.after[node]), int(self.arrays.after[node + 1])
        ends, costs = self.arrays.ends[first:last], self.costs[first:last]
        onward = self.tree.cost[ends]
        there = onward < FAR
        if self.kept is not None:
            there &= self.kept[first:last]
        totals = (costs + onward)[there].tolist()
        return tuple(sorted(map(Option, totals, ends[there].tolist(), costs[there].tolist())))

    def named(self, node: int) -> bool:
        """Tell whether a node has an id."""
        return node < len(self.arrays.ids)


def sought(arrays: Arrays, goal: int, *, certain: bool = True, order: Order = Order.LIKELY) -> Sought:
    """Return a goal with the best ways toward it from everywhere."""
    costs = order.costs(arrays)
    tree = tree_toward(arrays, np.array([goal], np.int32), costs, certain=certain)
    return Sought(arrays, goal, tree, costs, held(arrays, certain))


def top(goal: Sought, starts: NDArray[Any] | Sequence[int], k: int) -> list[tuple[int, ...]]:
    """Return the `k` best ways from any of some starts, the best first, fewer where there are fewer.

    A start that is the goal is a way of one node.
    """
    entries = [
        Option(int(goal.tree.cost[start]), start, 0)
        for start in dict.fromkeys(int(start) for start in starts)
        if goal.tree.cost[start] < FAR
    ]
    deviations = _Deviations(goal, tuple(sorted(entries)))
    found: list[tuple[int, ...]] = []
    while len(found) < k and (way := deviations.next()) is not None:
        found.append(way)
    return found


class _Spur(NamedTuple):
    """All ways that begin alike and then go on by none of some nodes."""

    prefix: tuple[int, ...]
    cost: int
    """Of the prefix."""
    without: frozenset[int]


class _Deviations:
    """The ways there are, as sets of ways that begin alike, by the least that any of a set can cost."""

    def __init__(self, goal: Sought, entries: tuple[Option, ...]) -> None:
        self.goal, self.entries = goal, entries
        self.numbers = count()
        self.heap: list[tuple[int, int, _Spur, tuple[int, ...]]] = []
        if entries:
            self._push(entries[0].total, _Spur((), 0, frozenset()), ())

    def next(self) -> tuple[int, ...] | None:
        """Return the best way that was not returned yet."""
        while self.heap:
            bound, _, spur, rest = heapq.heappop(self.heap)
            if not rest:
                found = self._rest(spur, bound)
                if found is not None:
                    self._push(found[0], spur, found[1])
                continue
            way = spur.prefix + rest
            self._divide(spur, way)
            return way
        return None

    def _push(self, bound: int, spur: _Spur, rest: tuple[int, ...]) -> None:
        heapq.heappush(self.heap, (bound, next(self.numbers), spur, rest))

    def _after(self, prefix: tuple[int, ...]) -> tuple[Option, ...]:
        return self.goal.options(prefix[-1]) if prefix else self.entries

    def _passed(self, prefix: tuple[int, ...]) -> tuple[set[int], set[int]]:
        """Return the ids passed, which may not come again, and what may not until another id was passed."""
        passed = {node for node in prefix if self.goal.named(node)}
        segment: set[int] = set()
        for node in reversed(prefix):
            if node in passed:
                break
            segment.add(node)
        return passed, segment

    def _rest(self, spur: _Spur, bound: int) -> tuple[int, tuple[int, ...]] | None:
        """Return the best way on within a set, and what it costs in all: the tree's if it is free."""
        passed, segment = self._passed(spur.prefix)
        for option in self._after(spur.prefix):
            if spur.cost + option.total > bound:
                break
            if option.node not in spur.without:
                rest = self.goal.tree.way(option.node)
                if self._free(rest, passed, segment):
                    return bound, rest
        return _around(self.goal, spur, self._after(spur.prefix), passed, segment)

    def _free(self, rest: tuple[int, ...], passed: set[int], segment: set[int]) -> bool:
        first = True
        for node in rest:
            first = first and not self.goal.named(node)
            if node in passed or (first and node in segment):
                return False
        return True

    def _divide(self, spur: _Spur, way: tuple[int, ...]) -> None:
        """Take in what is left of a set after its best way: all sets that part from that way at one of its nodes."""
        cost, without = spur.cost, spur.without
        passed, segment = self._passed(spur.prefix)
        options = self._after(spur.prefix)
        for at in range(len(spur.prefix), len(way)):
            node = way[at]
            barred = {*without, node}
            for option in options:
                if option.node not in barred and option.node not in passed and option.node not in segment:
                    self._push(cost + option.total, _Spur(way[:at], cost, without | {node}), ())
                    break
            cost += next(option.cost for option in options if option.node == node)
            if self.goal.named(node):
                passed.add(node)
                segment.clear()
            else:
                segment.add(node)
            without, options = frozenset(), self.goal.options(node) if node != self.goal.goal else ()


def _around(
    goal: Sought, spur: _Spur, entries: tuple[Option, ...], passed: set[int], segment: set[int]
) -> tuple[int, tuple[int, ...]] | None:
    """Return the best way on that passes none of the ids passed, and what it costs in all; None where there is none.

    A state is a node, and whether an id was passed on the way to it. What may follow is tried one after the other.
    """
    numbers = count()
    heap: list[tuple[int, int, int, int, tuple[int, bool] | None]] = []
    before: dict[tuple[int, bool], tuple[int, bool] | None] = {}

    def follow(state: tuple[int, bool] | None, cost: int, at: int) -> None:
        options = goal.options(state[0]) if state else entries
        if at < len(options):
            heapq.heappush(heap, (cost + options[at].total, next(numbers), at, cost, state))

    follow(None, spur.cost, 0)
    while heap:
        bound, _, at, cost, state = heapq.heappop(heap)
        option = (goal.options(state[0]) if state else entries)[at]
        follow(state, cost, at + 1)
        outside = (state is not None and state[1]) or goal.named(option.node)
        reached = (option.node, outside)
        barred = option.node in passed or (not outside and option.node in segment) or reached in before
        if barred or (state is None and option.node in spur.without):
            continue
        before[reached] = state
        if option.node == goal.goal:
            return bound, _back(before, reached)
        follow(reached, cost + option.cost, 0)
    return None


def _back(before: dict[tuple[int, bool], tuple[int, bool] | None], last: tuple[int, bool]) -> tuple[int, ...]:
    nodes, state = [last[0]], before[last]
    while state is not None:
        nodes.append(state[0])
        state = before[state]
    return tuple(reversed(nodes))
