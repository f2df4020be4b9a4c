"""A grid: one question asked of many actors and many targets, answered by their classes, never pair by pair."""

from __future__ import annotations

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


def by_row(truths: Truths, targets: int) -> Grid:
    """Return the grid of what depends on the actor alone."""
    return Grid((truths + 1).astype(np.int32), np.zeros(targets, np.int32), _ALL)


def by_column(truths: Truths, actors: int) -> Grid:
    """Return the grid of what depends on the target alone."""
    return Grid(np.zeros(actors, np.int32), (truths + 1).astype(np.int32), _ALL.T)


def joined(grids: list[Grid]) -> tuple[Codes, Codes, Edges]:
    """Return where all of several grids hold: classes of actors, of targets, and the pairs of them.

    An actor that is certain to be left out of everything has the class -1.
    """
    rows, of_rows = _common([grid.rows for grid in grids])
    columns, of_columns = _common([grid.columns for grid in grids])
    edges = [_within(grids, of_rows, of_columns, block) for block in _blocks(len(of_rows), len(of_columns))]
    found, targets, truths = (np.concatenate([edge[part] for edge in edges]) for part in range(3)) if edges else (
        np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int8),
    )  # fmt: skip
    reaching = np.zeros(len(of_rows) + 1, np.bool_)
    reaching[found] = True
    return np.where(reaching[rows], rows, -1).astype(np.int32), columns, (found, targets, truths)


def _common(codes: list[Codes]) -> tuple[Codes, NDArray[np.int64]]:
    """Return classes of what is alike in all of several ways, and for each class its class in each of them."""
    joint = np.zeros(len(codes[0]), np.int64)
    for each in codes:
        _, joint = np.unique(joint * (int(each.max(initial=0)) + 1) + each, return_inverse=True)
    _, first, classes = np.unique(joint, return_index=True, return_inverse=True)
    return classes.astype(np.int32), np.stack([each[first] for each in codes], axis=1).astype(np.int64)


def _blocks(rows: int, columns: int) -> list[slice]:
    size = max(1, _BLOCK // max(columns, 1))
    return [slice(start, min(start + size, rows)) for start in range(0, rows, size)]


def _within(grids: list[Grid], rows: NDArray[np.int64], columns: NDArray[np.int64], block: slice) -> Edges:
    truths: Truths | None = None
    for number, grid in enumerate(grids):
        layer = grid.truths[rows[block, number][:, None], columns[None, :, number]]
        truths = layer if truths is None else np.minimum(truths, layer)
    assert truths is not None  # noqa: S101 - there is always a grid: tells the type checker
    found, targets = np.nonzero(truths >= 0)
    return (found + block.start).astype(np.int32), targets.astype(np.int32), truths[found, targets]
