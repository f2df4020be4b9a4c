"""A grid: one question asked of many actors and many targets, answered by their classes, never pair by pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Grid:
    """Truths for every pair of an actor and a target; those that are alike in all that counts share a class."""

    rows: Codes
    """For each actor, its class."""
    columns: Codes
    """For each target, its class."""
    truths: NDArray[np.int8]
    """For each class of actors and each class of targets: -1 no, 0 unknown or conditional, 1 yes."""

    def at(self, actor: int, target: int) -> int:
        """Return the truth for one pair, by their positions."""
        return int(self.truths[self.rows[actor], self.columns[target]])


Truths = NDArray[np.int8]
Edges = tuple[Codes, Codes, Truths]
"""Classes of actors and of targets, and how certain each pair is; pairs that are certain not to be are left out."""

_ALL = np.array([[-1], [0], [1]], np.int8)
_BLOCK = 4_000_000
"""Pairs of classes that are weighed at once: bounds memory."""
SMALL = 20_000
"""Pairs of an actor and a target up to which each is looked at: that is quicker then than to tell classes apart."""


def by_row(truths: Truths, targets: int) -> Grid:
    """Return the grid of what depends on the actor alone."""
    return Grid((truths + 1).astype(np.int32), np.zeros(targets, np.int32), _ALL)


def by_column(truths: Truths, actors: int) -> Grid:
    """Return the grid of what depends on the target alone."""
    return Grid(np.zeros(actors, np.int32), (truths + 1).astype(np.int32), _ALL.T)


def joined(grids: Sequence[Grid], among: NDArray[np.bool_] | None = None) -> tuple[Codes, Codes, Edges]:
    """Return where all of several grids hold: classes of actors, of targets, and the pairs of them.

    `among`: the actors that are looked at, all where None. One that is certain to be left out of everything has the
    class -1.
    """
    kept = np.arange(len(grids[0].rows)) if among is None else np.flatnonzero(among)
    if len(kept) * len(grids[0].columns) <= SMALL:
        return _one_by_one(grids, kept)
    grids = [_merged(grid, kept) for grid in grids]
    rows, of_rows = common([grid.rows for grid in grids])
    columns, of_columns = common([grid.columns for grid in grids])
    edges = [_within(grids, of_rows, of_columns, block) for block in _blocks(len(of_rows), len(of_columns))]
    nothing = np.zeros(0, np.int32)
    found: Codes = np.concatenate([nothing, *(edge[0] for edge in edges)])
    targets: Codes = np.concatenate([nothing, *(edge[1] for edge in edges)])
    truths: Truths = np.concatenate([np.zeros(0, np.int8), *(edge[2] for edge in edges)])
    reaching = np.zeros(len(of_rows) + 1, np.bool_)
    reaching[found] = True
    whole = np.full(len(kept) if among is None else len(among), -1, np.int32)
    whole[kept] = np.where(reaching[rows], rows, -1)
    return whole, columns, (found, targets, truths)


def _one_by_one(grids: Sequence[Grid], kept: NDArray[np.intp]) -> tuple[Codes, Codes, Edges]:
    """Return the same for few actors and targets, without classes of each grid: classes are told apart at the end."""
    whole: Truths = np.ones((len(kept), len(grids[0].columns)), np.int8)
    for grid in grids:
        if grid.truths.size != 1 or grid.truths[0, 0] != 1:
            whole = np.minimum(whole, grid.truths[grid.rows[kept][:, None], grid.columns])
    numbers, rows = _alike(whole)
    some = whole[numbers]
    numbers, columns = _alike(some.T)
    some = some[:, numbers]
    starts, ends = np.nonzero(some >= 0)
    reaching = np.zeros(len(some) + 1, np.bool_)
    reaching[starts] = True
    found = np.full(len(grids[0].rows), -1, np.int32)
    found[kept] = np.where(reaching[rows], rows, -1)
    return found, columns, (starts.astype(np.int32), ends.astype(np.int32), some[starts, ends])


def _alike(truths: Truths) -> tuple[list[int], Codes]:
    """Return the first of each class of rows that have the same answers, and for each row its class."""
    lines = list(map(bytes, truths))
    first: dict[bytes, int] = {}
    for number, line in enumerate(lines):
        first.setdefault(line, number)
    codes = {line: code for code, line in enumerate(first)}
    return list(first.values()), np.fromiter((codes[line] for line in lines), np.int32, len(lines))


def _merged(grid: Grid, kept: NDArray[np.intp]) -> Grid:
    """Return the grid of some of its actors, in which classes that have the same answers are one."""
    used, rows = np.unique(grid.rows[kept], return_inverse=True)
    _, first, of_row = np.unique(_keys(grid.truths[used]), return_index=True, return_inverse=True)
    truths = grid.truths[used[first]]
    _, first, of_column = np.unique(_keys(truths.T), return_index=True, return_inverse=True)
    return Grid(of_row.astype(np.int32)[rows], of_column.astype(np.int32)[grid.columns], truths[:, first])


def _keys(truths: Truths) -> NDArray[np.void]:
    """Return each row as one value."""
    whole = np.ascontiguousarray(truths)
    return whole.view(np.dtype((np.void, max(whole.shape[1], 1))))[:, 0] if whole.size else np.zeros(len(whole), "V1")


def common(codes: Sequence[Codes]) -> tuple[Codes, NDArray[np.int64]]:
    """Return classes of what is alike in all of several ways, and for each class its class in each of them."""
    joint = np.zeros(len(codes[0]), np.int64)
    for each in codes:
        joint = _dense(joint * (int(each.max(initial=0)) + 1) + each)
    first = np.zeros(int(joint.max(initial=-1)) + 1, np.int64)
    first[joint] = np.arange(len(joint))
    return joint.astype(np.int32), np.stack([each[first] for each in codes], axis=1).astype(np.int64)


def _dense(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return codes numbered without gaps; by counting rather than sorting where they are not far apart."""
    span = int(codes.max(initial=-1)) + 1
    if span > 4 * len(codes) + 65536:
        return np.unique(codes, return_inverse=True)[1].astype(np.int64)
    there = np.zeros(span, np.bool_)
    there[codes] = True
    return (np.cumsum(there) - 1)[codes]


def _blocks(rows: int, columns: int) -> list[slice]:
    size = max(1, _BLOCK // max(columns, 1))
    return [slice(start, min(start + size, rows)) for start in range(0, rows, size)]


def _within(grids: Sequence[Grid], rows: NDArray[np.int64], columns: NDArray[np.int64], block: slice) -> Edges:
    truths: Truths | None = None
    for number, grid in enumerate(grids):
        layer = grid.truths[rows[block, number][:, None], columns[None, :, number]]
        truths = layer if truths is None else np.minimum(truths, layer)
    assert truths is not None  # noqa: S101 - there is always a grid: tells the type checker
    found, targets = np.nonzero(truths >= 0)
    return (found + block.start).astype(np.int32), targets.astype(np.int32), truths[found, targets]
