"""What can be reached from some nodes, and what can reach them: frontier by frontier."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import Arrays, Ints, Mask, Nodes, once, spread

DEEP = 2000
"""Frontiers after which a graph is taken to be deep and narrow: one library call is faster there."""


def onward(arrays: Arrays, nodes: Nodes, *, backward: bool, kept: Mask | None) -> tuple[Nodes, NDArray[np.int64], Ints]:
    """Return the edges from some nodes, or into them: where each leads, which it is, and from where it was found.

    `kept`: the edges that count, all where None.
    """
    at, counts = spread(nodes, arrays.before if backward else arrays.after)
    edges = arrays.entering[at] if backward else at
    found = arrays.origins[at] if backward else arrays.ends[at]
    source = np.repeat(nodes, counts)
    if kept is not None:
        held = kept[edges]
        edges, found, source = edges[held], found[held], source[held]
    return found, edges.astype(np.int64, copy=False), source


def held(arrays: Arrays, certain: bool) -> Mask | None:
    """Return the edges that count: where `certain`, only those that rest on nothing open."""
    return arrays.truth > 0 if certain and bool((arrays.truth <= 0).any()) else None


def reach(arrays: Arrays, starts: NDArray[Any], *, certain: bool = True, kept: Mask | None = None) -> Mask:
    """Return for each node whether it is reached from any of some nodes; these are.

    `certain` leaves out edges that rest on something open; `kept` all edges but some.
    """
    return _levels(arrays, starts, certain, kept, backward=False) >= 0


def who_can_reach(arrays: Arrays, goals: NDArray[Any], *, certain: bool = True, kept: Mask | None = None) -> Mask:
    """Return for each node whether any of some goals is reached from it; from them they are."""
    return _levels(arrays, goals, certain, kept, backward=True) >= 0


def levels(arrays: Arrays, starts: NDArray[Any], *, certain: bool = True) -> Ints:
    """Return for each node how many edges it is away from the nearest start, -1 where it is not reached."""
    return _levels(arrays, starts, certain, None, backward=False)


def _levels(arrays: Arrays, starts: NDArray[Any], certain: bool, kept: Mask | None, *, backward: bool) -> Ints:
    counting = held(arrays, certain)
    if kept is not None:
        counting = kept if counting is None else counting & kept
    level = np.full(arrays.size, -1, np.int32)
    stamp = np.zeros(arrays.size, np.int32)
    frontier = once(starts).astype(np.int32)
    level[frontier] = 0
    depth = 0
    while len(frontier):
        depth += 1
        if depth > DEEP:
            _rest(arrays, frontier, level, counting, backward=backward)
            break
        found, _, _ = onward(arrays, frontier, backward=backward, kept=counting)
        frontier = distinct(found[level[found] < 0], stamp)
        level[frontier] = depth
    return level


def distinct(nodes: Nodes, stamp: Ints) -> Nodes:
    """Return nodes, each once, without sorting; what `stamp` holds for them is overwritten."""
    places = np.arange(len(nodes), dtype=np.int32)
    stamp[nodes] = places
    kept: Nodes = nodes[stamp[nodes] == places]
    return kept


def _rest(arrays: Arrays, frontier: Nodes, level: Ints, kept: Mask | None, *, backward: bool) -> None:
    """Fill in what lies behind a frontier of a deep graph."""
    from scipy.sparse import csr_array  # here: it takes longer to load than a small graph takes to search
    from scipy.sparse.csgraph import breadth_first_order

    free = level < 0
    free[frontier] = True
    edges = np.ones(arrays.count, np.bool_) if kept is None else kept
    starts = arrays.starts()
    edges = edges & free[starts] & free[arrays.ends]
    start, end = (arrays.ends[edges], starts[edges]) if backward else (starts[edges], arrays.ends[edges])
    root = arrays.size
    start = np.concatenate((start, np.full(len(frontier), root, np.int32)))
    end = np.concatenate((end, frontier))
    graph = csr_array((np.ones(len(start), np.int8), (start, end)), shape=(root + 1, root + 1))
    order, parent = breadth_first_order(graph, root)
    depth = np.full(root + 1, int(level[frontier[0]]) - 1, np.int32).tolist()
    before = parent.tolist()
    for node in order[1:].tolist():  # in the order of levels: each one's parent is before it
        depth[node] = depth[before[node]] + 1
    found = order[1:]
    level[found] = np.array(depth, np.int32)[found]
