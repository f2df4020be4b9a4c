"""Routes: chains of moves, found from where they end, on arrays in which a class of actors or targets is one node."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bartizan.core.truth import Truth
from bartizan.paths.arrays import Arrays
from bartizan.paths.gathering import gathered
from bartizan.paths.ids import NOWHERE
from bartizan.paths.moves import Move, Moves
from bartizan.paths.nearest import Order, Tree, tree_toward


class Routes:
    """All moves of a world, joined. Ids are those of assets, and of what is gained: `admin:HOME`, `host:ID`."""

    def __init__(self, moves: Iterable[Moves] | Arrays) -> None:
        """Join moves, or take those that were joined already."""
        self.arrays = moves if isinstance(moves, Arrays) else gathered(moves)
        self.ids: Sequence[str] = self.arrays.ids

    def toward(self, goals: Iterable[str], *, certain: bool = True) -> Ways:
        """Return the shortest ways to any of some goals; `certain` leaves out moves that rest on something open."""
        nodes = self.arrays.ids.numbers(goals)
        return Ways(self, tree_toward(self.arrays, nodes, Order.SHORT.costs(self.arrays), certain=certain))

    def number(self, id: str) -> int:
        """Return the node of an id, -1 where it takes part in no move."""
        return self.arrays.number(id)

    def beside(self, id: str) -> frozenset[str]:
        """Return the ids that a single move leads to, certain or not."""
        found: set[int] = set()
        open_ = [self.number(id)] if self.number(id) != NOWHERE else []
        passed, arrays = set(open_), self.arrays
        while open_:
            at = open_.pop()
            ends = set(arrays.ends[int(arrays.after[at]) : int(arrays.after[at + 1])].tolist()) - passed
            passed |= ends
            found |= {end for end in ends if end < len(self.ids)}
            open_ += [end for end in ends if end >= len(self.ids)]
        return frozenset(self.ids[each] for each in found)

    def move(self, actor: int, row: int, column: int, gained: int) -> Move:
        """Return the move that goes through these nodes."""
        return self._move((actor, row, column, gained))

    def moves(self, way: Sequence[int]) -> tuple[Move, ...]:
        """Return the moves of a way, given as nodes from an id to an id."""
        count = len(self.ids)
        at = [place for place, node in enumerate(way) if node < count]
        return tuple(self._move(way[first : last + 1]) for first, last in pairwise(at))

    def _move(self, nodes: Sequence[int]) -> Move:
        """Return the move between two ids, through nodes that have none: as certain as its least certain edge."""
        arrays, actor, gained = self.arrays, nodes[0], nodes[-1]
        edges = [arrays.edge(start, end) for start, end in pairwise(nodes)]
        step = max((int(arrays.step[edge]) for edge in edges), default=NOWHERE)
        target = int(arrays.target[edges[-1]])
        return Move(
            step=arrays.steps[step] if step != NOWHERE else "",
            actor=self.ids[actor],
            target=arrays.ids.name(target if target != NOWHERE else gained),
            gained=self.ids[gained],
            truth=Truth(min(int(arrays.truth[edge]) for edge in edges)),
        )


@dataclass(frozen=True, slots=True)
class Ways:
    """The way on from every node toward a goal."""

    routes: Routes
    tree: Tree

    def starts(self) -> list[str]:
        """Return the ids from which a goal is reached by at least one move."""
        ids = self.routes.ids
        return [ids[at] for at in np.flatnonzero(self.tree.onward[: len(ids)] != NOWHERE).tolist()]

    def chain(self, id: str) -> tuple[Move, ...] | None:
        """Return the moves from an id to the nearest goal: none where it is one, None where no way leads to one."""
        at = self.routes.number(id)
        way = self.tree.way(at) if at != NOWHERE else ()
        return self.routes.moves(way) if way else None
