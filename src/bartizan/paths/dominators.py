"""Choke points: what every way from some starts to a node goes through.

The tree of what is reached first (breadth first) is made shallower until it is right: as long as an edge leads from
where a node's parent is not above, the node is hung below what is above both. All edges are looked at together; the
greatest such tree is that of immediate dominators. A parent is above a node if it comes before it and its last
descendant after it, in an order of the tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import Arrays, Ints, Mask, once
from bartizan.paths.ids import NOWHERE
from bartizan.paths.reachable import distinct, held, onward


@dataclass(frozen=True, slots=True)
class Dominators:
    """For each node the nearest one that every way to it goes through."""

    above: Ints
    """NOWHERE for starts, for what more than one start reaches with nothing else in common, and what is not reached."""
    reached: Mask

    def chain(self, node: int) -> tuple[int, ...]:
        """Return everything that all ways to a node go through, the nearest first; itself is left out."""
        found: list[int] = []
        at = int(self.above[node])
        while at != NOWHERE:
            found.append(at)
            at = int(self.above[at])
        return tuple(found)

    def cut_off(self, goals: NDArray[Any]) -> NDArray[np.int64]:
        """Return for each node how many of some goals are reached through it alone, itself left out."""
        inside = np.zeros(len(self.above), np.int64)
        there = once(goals)
        there = there[self.reached[there]].astype(np.int64)
        count = np.ones(len(there), np.int64)
        while len(there):  # all goals climb at once, those that met go on as one
            above = self.above[there].astype(np.int64)
            count, above = count[above != NOWHERE], above[above != NOWHERE]
            if not len(above):
                break
            there, place = np.unique(above, return_inverse=True)
            count = np.bincount(place, weights=count).astype(np.int64)
            inside[there] += count
        return inside


def dominators(arrays: Arrays, starts: NDArray[Any], *, certain: bool = True) -> Dominators:
    """Return what all ways from some starts go through; `certain` leaves out what rests on something open."""
    kept = held(arrays, certain)
    parent, levels = _first_tree(arrays, once(starts).astype(np.int32), kept)
    tree = _Tree(parent, levels)
    begins, ends = _telling(arrays, parent, kept)
    while True:
        tree.number()
        wrong = tree.wrong(begins, ends)
        if not len(wrong):
            break
        tree.lift(begins[wrong], ends[wrong])
        open = tree.parent[ends] != tree.top  # what hangs on it can not be lifted any more
        begins, ends = begins[open], ends[open]
    above = tree.parent[: arrays.size]
    return Dominators(np.where(above == arrays.size, NOWHERE, above).astype(np.int32), above != NOWHERE)


def _first_tree(arrays: Arrays, starts: Ints, kept: Mask | None) -> tuple[Ints, list[Ints]]:
    """Return for each node what it is reached from first, and the nodes by level; all starts hang on the root."""
    parent = np.full(arrays.size + 1, NOWHERE, np.int32)
    parent[starts] = arrays.size
    stamp = np.zeros(arrays.size, np.int32)
    levels = [starts]
    while len(levels[-1]):
        found, _, source = onward(arrays, levels[-1], backward=False, kept=kept)
        fresh = parent[found] == NOWHERE
        found, source = found[fresh], source[fresh]
        parent[found] = source
        levels.append(distinct(found, stamp))
    return parent, levels[:-1]


def _telling(arrays: Arrays, parent: Ints, kept: Mask | None) -> tuple[Ints, Ints]:
    """Return the edges that may tell something: none into starts, none into what only one node leads to."""
    begins, above = arrays.starts(), parent[arrays.ends]
    telling = (parent[begins] != NOWHERE) & (above != arrays.size)
    if kept is not None:
        telling &= kept
    several = np.zeros(arrays.size, np.bool_)
    several[arrays.ends[telling & (above != begins)]] = True
    telling &= several[arrays.ends]
    return begins[telling], arrays.ends[telling]


class _Tree:
    """A tree that gets shallower. What is above a node was always found at an earlier level."""

    def __init__(self, parent: Ints, levels: list[Ints]) -> None:
        self.parent = parent
        one = bool(levels) and len(levels[0]) == 1
        self.top = int(levels[0][0]) if one else len(parent) - 1  # what everything hangs below, near or far
        self.levels = levels[1:]
        self.siblings = np.concatenate([np.zeros(0, np.int32), *self.levels])
        self.first = np.zeros(len(parent), np.int32)
        self.last = np.zeros(len(parent), np.int32)

    def number(self) -> None:
        """Number the nodes so that what hangs below one has the numbers from its `first` up to its `last`.

        What hangs on the top with nothing below itself has a number of its own, below 0.
        """
        parent, top = self.parent, self.top
        self.levels = [level[parent[level] != top] for level in self.levels]
        size = np.ones(len(parent), np.int32)
        for level in reversed(self.levels):
            np.add.at(size, parent[level], size[level])
        self.first = -1 - np.arange(len(parent), dtype=np.int32)
        heads = np.flatnonzero((parent == top) & (size > 1))
        self.first[heads] = np.cumsum(size[heads]) - size[heads]
        offset = self._offsets(size)
        for level in self.levels:
            self.first[level] = self.first[parent[level]] + offset[level]
        self.last = self.first + size
        self.first[top], self.last[top] = np.iinfo(np.int32).min, np.iinfo(np.int32).max

    def _offsets(self, size: Ints) -> Ints:
        """Return for each node of the levels how far its number is from its parent's."""
        siblings = self.siblings[self.parent[self.siblings] != self.top]
        # in the order of the last time: what is nearly sorted is sorted fast
        siblings = siblings[np.argsort(self.parent[siblings], kind="stable")]
        self.siblings = siblings
        before = np.cumsum(size[siblings], dtype=np.int64) - size[siblings]
        above = self.parent[siblings]
        eldest = np.ones(len(siblings), np.bool_)
        eldest[1:] = above[1:] != above[:-1]
        offset = np.zeros(len(self.parent), np.int32)
        offset[siblings] = before - before[eldest][np.cumsum(eldest) - 1] + 1
        return offset

    def wrong(self, begins: Ints, ends: Ints) -> NDArray[np.intp]:
        """Return the edges that start where the parent of their end is not above."""
        return np.flatnonzero(~self._over(self.parent[ends], begins))

    def lift(self, begins: Ints, ends: Ints) -> None:
        """Hang the ends of edges below what is above both their parent and where the edge starts."""
        above = self.parent[ends]
        climbing = np.arange(len(ends))
        while len(climbing):
            above[climbing] = self.parent[above[climbing]]
            climbing = climbing[~self._over(above[climbing], begins[climbing])]
        least = self.first.copy()
        np.minimum.at(least, ends, self.first[above])  # of several, all on one line to the root, the highest
        highest = self.first[above] == least[ends]
        self.parent[ends[highest]] = above[highest]

    def _over(self, above: Ints, nodes: Ints) -> Mask:
        first = self.first[nodes]
        return (self.first[above] <= first) & (first < self.last[above])
