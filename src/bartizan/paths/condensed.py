"""A graph in which nodes that reach each other are one: it has no cycles, and what follows is found level by level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import Arrays, Ints, Mask, once, spread
from bartizan.paths.reachable import held

Rows = NDArray[Any]
SHARE = 1 << 22
"""Values that are joined at once: bounds memory."""


@dataclass(frozen=True, slots=True)
class Condensed:
    """Groups of nodes that reach each other, and which lead to which."""

    group: Ints
    """For each node, its group."""
    count: int
    after: Ints
    """For each group its first edge, and after the last how many there are."""
    ends: Ints
    """For each edge, the group it leads to: never its own, and none twice."""

    def from_the_last(self) -> Iterator[Ints]:
        """Yield groups so that all that one leads to come before it: those together that need not wait for others."""
        waiting = np.diff(self.after).astype(np.int32)
        before, origins = self._before()
        ready = np.flatnonzero(waiting == 0).astype(np.int32)
        while len(ready):
            yield ready
            at, _ = spread(ready, before)
            found, times = np.unique(origins[at], return_counts=True)
            waiting[found] -= times.astype(np.int32)
            ready = found[waiting[found] == 0]

    def _before(self) -> tuple[Ints, Ints]:
        order = np.argsort(self.ends, kind="stable")
        origins = np.repeat(np.arange(self.count, dtype=np.int32), np.diff(self.after))[order]
        before = np.searchsorted(self.ends[order], np.arange(self.count + 1)).astype(np.int32)
        return before, origins

    def among(self, kept: Mask) -> Condensed:
        """Return it without the edges from or to any but some groups."""
        starts = np.repeat(np.arange(self.count, dtype=np.int32), np.diff(self.after))
        edges = kept[starts] & kept[self.ends]
        after = np.zeros(self.count + 1, np.int32)
        np.cumsum(np.bincount(starts[edges], minlength=self.count), out=after[1:])
        return Condensed(self.group, self.count, after, self.ends[edges])

    def gather(self, rows: Rows, join: np.ufunc) -> None:
        """Join to the row of each group those of all that it leads to, near and far; in place."""
        for groups in self.from_the_last():
            groups = groups[self.after[groups + 1] > self.after[groups]]
            counts = (self.after[groups + 1] - self.after[groups]).astype(np.int64)
            size = max(SHARE // max(rows.shape[1] * rows.itemsize, 1), 1)
            cuts = np.searchsorted(np.cumsum(counts), np.arange(size, counts.sum() + size, size))
            first = 0
            for last in (*(cuts + 1).tolist(), len(groups)):
                if first < min(last, len(groups)):
                    self._join(groups[first:last], rows, join)
                    first = last

    def _join(self, groups: Ints, rows: Rows, join: np.ufunc) -> None:
        at, counts = spread(groups, self.after)
        found = rows[self.ends[at]]
        rows[groups] = join(rows[groups], _folded(found, counts, join))


def _folded(rows: Rows, counts: NDArray[np.int64], join: np.ufunc) -> Rows:
    """Return rows joined by runs of so many, none of them 0: neighbours in pairs, until one is left of each run."""
    while counts.max(initial=1) > 1:
        firsts = np.cumsum(counts) - counts
        halves = (counts + 1) // 2
        at = np.arange(halves.sum()) - np.repeat(np.cumsum(halves) - halves, halves)
        one = np.repeat(firsts, halves) + 2 * at
        two = np.minimum(one + 1, np.repeat(firsts + counts - 1, halves))
        rows, counts = join(rows[one], rows[two]), halves
    return rows


def condensed(arrays: Arrays, *, certain: bool = True, within: Mask | None = None) -> Condensed:
    """Return a graph without its cycles; where `within` is given, edges from or to all others are left out."""
    from scipy.sparse import csr_array  # here: it takes longer to load than a small graph takes to search
    from scipy.sparse.csgraph import connected_components

    kept = held(arrays, certain)
    starts, ends = arrays.starts(), arrays.ends
    edges = starts != ends
    if kept is not None:
        edges &= kept
    if within is not None:
        edges &= within[starts] & within[ends]
    starts, ends = starts[edges], ends[edges]
    after = np.zeros(arrays.size + 1, np.int32)
    np.cumsum(np.bincount(starts, minlength=arrays.size), out=after[1:])
    graph = csr_array((np.ones(len(ends), np.int8), ends, after), shape=(arrays.size, arrays.size))
    count, group = connected_components(graph, directed=True, connection="strong")
    one, two = group[starts], group[ends]
    apart = one != two
    keys = once(one[apart].astype(np.int64) * count + two[apart])
    first = np.searchsorted(keys, np.arange(count + 1, dtype=np.int64) * count).astype(np.int32)
    return Condensed(group.astype(np.int32), int(count), first, (keys % max(count, 1)).astype(np.int32))
