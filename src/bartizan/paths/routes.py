"""Routes: chains of moves, found from where they end, on arrays in which a class of actors or targets is one node."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Truth
from bartizan.paths.moves import Move, Moves

Nodes = NDArray[np.int64]
NOWHERE = -1


@dataclass(slots=True)
class _Edges:
    """Edges as they are gathered: from, to, and how certain; in pieces."""

    start: list[Nodes] = field(default_factory=list)
    end: list[Nodes] = field(default_factory=list)
    truth: list[NDArray[np.int8]] = field(default_factory=list)

    def add(self, start: NDArray[Any], end: NDArray[Any], truth: NDArray[np.int8] | None = None) -> None:
        self.start.append(start.astype(np.int64))
        self.end.append(end.astype(np.int64))
        self.truth.append(np.ones(len(start), np.int8) if truth is None else truth)

    def whole(self, certain: bool) -> tuple[Nodes, Nodes]:
        if not self.start:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        held = np.concatenate(self.truth) >= (1 if certain else 0)
        return np.concatenate(self.start)[held], np.concatenate(self.end)[held]


class Routes:
    """All moves of a world, joined. Ids are those of assets, and of what is gained: `admin:HOME`, `host:ID`."""

    def __init__(self, moves: Iterable[Moves]) -> None:
        self._moves = [each for each in moves if len(each.edges[0])]
        self._index: dict[str, int] = {}
        for each in self._moves:
            for id in (*each.actors, *each.gained):
                self._index.setdefault(id, len(self._index))
        self.ids: Sequence[str] = list(self._index)
        self._origin: list[tuple[int, int]] = []  # of each node after the ids: number of its step, first node of it
        self._edges = _Edges()
        self._size = len(self.ids)
        for number, each in enumerate(self._moves):
            self._join(number, each)

    def _join(self, number: int, moves: Moves) -> None:
        """Add a step: actors to their class, classes to classes, classes of targets to what is gained."""
        row_count, column_count = moves.shape
        row_node, column_node = self._size, self._size + row_count
        self._origin += [(number, row_node)] * row_count + [(number, column_node)] * column_count
        self._size += row_count + column_count
        moving = moves.rows >= 0
        actors = np.fromiter((self._index[id] for id in moves.actors), np.int64, len(moves.actors))
        gained = np.fromiter((self._index[id] for id in moves.gained), np.int64, len(moves.gained))
        rows, columns, truths = moves.edges
        self._edges.add(actors[moving], row_node + moves.rows[moving])
        self._edges.add(row_node + rows, column_node + columns, truths)
        self._edges.add(column_node + moves.columns, gained)

    def toward(self, goals: Iterable[str], *, certain: bool = True) -> Ways:
        """Return the shortest ways to any of some goals; `certain` leaves out moves that rest on something open."""
        start, end = self._edges.whole(certain)
        order = np.argsort(end, kind="stable")
        start, ends = start[order], np.searchsorted(end[order], np.arange(self._size + 1))
        onward = np.full(self._size, NOWHERE, np.int64)
        reached = np.zeros(self._size, np.bool_)
        frontier = np.array(sorted(self._index[goal] for goal in set(goals) if goal in self._index), np.int64)
        reached[frontier] = True
        while len(frontier):
            frontier = _before(frontier, start, ends, reached, onward)
        return Ways(self, onward, reached)

    def number(self, id: str) -> int:
        """Return the node of an id, -1 where it takes part in no move."""
        return self._index.get(id, NOWHERE)

    def move(self, actor: int, row: int, column: int, gained: int) -> Move:
        """Return the move that goes through these nodes."""
        number, first = self._origin[column - len(self.ids)]
        moves = self._moves[number]
        fitting = [
            at
            for at in np.flatnonzero(moves.columns == column - first).tolist()
            if moves.gained[at] == self.ids[gained]
        ]
        rows, columns, truths = moves.edges
        row_class = row - self._origin[row - len(self.ids)][1]
        truth = truths[(rows == row_class) & (columns == column - first)].max()
        return Move(moves.step.id, self.ids[actor], moves.targets[fitting[0]], self.ids[gained], Truth(int(truth)))


def _before(frontier: Nodes, start: Nodes, ends: Nodes, reached: NDArray[np.bool_], onward: Nodes) -> Nodes:
    """Mark what leads to a frontier and was not reached yet, and return it as the next one."""
    counts = ends[frontier + 1] - ends[frontier]
    into = np.repeat(frontier, counts)
    at = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(ends[frontier], counts)
    before = start[at]
    fresh = ~reached[before]
    found, first = np.unique(before[fresh], return_index=True)
    onward[found] = into[fresh][first]
    reached[found] = True
    return found


@dataclass(frozen=True, slots=True)
class Ways:
    """The way on from every node toward a goal."""

    routes: Routes
    onward: Nodes
    reached: NDArray[np.bool_]

    def starts(self) -> list[str]:
        """Return the ids from which a goal is reached by at least one move."""
        count = len(self.routes.ids)
        return [
            self.routes.ids[at]
            for at in np.flatnonzero(self.reached[:count] & (self.onward[:count] != NOWHERE)).tolist()
        ]

    def chain(self, id: str) -> tuple[Move, ...] | None:
        """Return the moves from an id to the nearest goal: none where it is one, None where no way leads to one."""
        at = self.routes.number(id)
        if at == NOWHERE or not self.reached[at]:
            return None
        moves: list[Move] = []
        while self.onward[at] != NOWHERE:
            row = int(self.onward[at])
            column = int(self.onward[row])
            gained = int(self.onward[column])
            moves.append(self.routes.move(at, row, column, gained))
            at = gained
        return tuple(moves)
