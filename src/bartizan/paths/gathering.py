"""Moves of many steps, joined to one graph in which a class of actors or of targets is one node."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import HEAVIEST, UNIT, Arrays, EdgeList
from bartizan.paths.ids import of_texts
from bartizan.paths.moves import Moves

_NONE = np.zeros(0, np.int32)


def gathered(moves: Iterable[Moves]) -> Arrays:
    """Return the graph of moves; ids are those of actors, and of what is gained."""
    kept = [each for each in moves if len(each.edges[0])]
    index: dict[str, int] = {}
    for each in kept:
        for id in (*each.actors, *each.gained):
            index.setdefault(id, len(index))
    count = len(index)
    for each in kept:
        for id in each.targets:
            index.setdefault(id, len(index))  # a name only: nothing leads to it or from it
    joining = _Joining(index, count)
    steps = list(dict.fromkeys(each.step.id for each in kept))
    for each in kept:
        joining.add(each, steps.index(each.step.id))
    return joining.edges.arrays(of_texts(list(index), count), steps, joining.size)[0]


def thousandths(weight: float) -> int:
    """Return a weight as it is kept; what is no weight is the nearest one."""
    return round(min(max(weight, 0.0), float(HEAVIEST)) * UNIT) if weight == weight else UNIT


@dataclass(slots=True)
class _Joining:
    """Edges as they are gathered."""

    index: dict[str, int]
    size: int
    """Nodes so far."""
    pieces: list[EdgeList] = field(default_factory=list)

    def add(self, moves: Moves, step: int) -> None:
        """Add a step: actors to their class, classes to classes, classes of targets to what is gained."""
        row_count, column_count = moves.shape
        row_node, column_node = self.size, self.size + row_count
        self.size += row_count + column_count
        moving = moves.rows >= 0
        rows, columns, truths = moves.edges
        weight = np.full(len(rows), thousandths(moves.step.weight), np.int32)
        self.pieces += [
            EdgeList(start=self._nodes(moves.actors)[moving], end=row_node + moves.rows[moving]),
            EdgeList(
                start=row_node + rows,
                end=column_node + columns,
                truth=truths,
                weight=weight,
                step=np.full(len(rows), step),
            ),
            EdgeList(
                start=column_node + moves.columns,
                end=self._nodes(moves.gained),
                target=self._nodes(moves.targets),
            ),
        ]

    @property
    def edges(self) -> EdgeList:
        """All of them."""
        if not self.pieces:
            return EdgeList(start=_NONE, end=_NONE)
        filled = [piece.filled() for piece in self.pieces]
        return EdgeList(**{name: np.concatenate([each[name] for each in filled]) for name in filled[0]})

    def _nodes(self, ids: Iterable[str]) -> NDArray[Any]:
        return np.fromiter((self.index[id] for id in ids), np.int32)
