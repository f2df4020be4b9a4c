"""Lists attack paths: from where attackers start to what matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bartizan.app.attack.found import Found
from bartizan.app.attack.goals import UNCLASSIFIED, chosen
from bartizan.app.attack.naming import node
from bartizan.app.garbage import uncollected
from bartizan.app.identity import naming
from bartizan.core.attack import AttackPath, ChokePoint, Goal, Paths
from bartizan.core.reach import INTERNET
from bartizan.core.truth import Truth
from bartizan.paths.dominators import dominators
from bartizan.paths.nearest import Order, best
from bartizan.paths.top import sought, top

ALTERNATIVES = 8
"""Ways to one goal that are looked for, where few goals leave room for them."""
CHOKES = 10
"""Choke points that are named."""
TRIED = 16
"""Ways that are looked at for each that is listed: many differ only in the steps between the same places."""
Way = tuple[int, ...]
Course = tuple[str, ...]
Doubt = tuple[tuple[str, ...], str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which paths are asked for."""

    starts: tuple[str, ...] = ()
    """Where attackers start: as the settings say where empty, the Internet where they say nothing."""
    goals: tuple[str, ...] = ()
    """`sensitive`, `admin`, `secrets`, `production`, `all` or assets; data that matters, secrets and administrators
    where empty."""
    top: int = 20
    shortest: bool = False
    """By number of hops instead of weight."""
    certain: bool = False
    """Without paths that rest on something unknown."""
    folded: bool = True
    """Of possible paths that rest on the same and take the same steps, only the best, where no goal is named: one
    role that could not be read may lead to everything there is."""


def paths(found: Found, wanted: Wanted) -> Paths:
    """Return the paths of a target. Raises `TargetError` for a start or a goal that is not there."""
    with uncollected():
        return _paths(found, wanted)


def _paths(found: Found, wanted: Wanted) -> Paths:
    starts = starts_of(found, wanted)
    goals = goals_of(found, wanted)
    search = _Search(found, starts, goals, wanted)
    listed = search.listed()
    return Paths(
        target=found.target,
        paths=listed,
        goals=goals,
        sources=[node(id, found.graph, found.access.name) for id in starts],
        reached=len(search.proven),
        possible=len(search.open),
        chokes=search.chokes(),
        notes=[*found.notes, *search.notes()],
        gaps=list(found.gaps),
    )


def starts_of(found: Found, wanted: Wanted) -> list[str]:
    """Return the ids of where attackers start."""
    said = wanted.starts or found.options.attackers
    return [INTERNET if each == INTERNET else naming.asset(found.graph, found.access, each) for each in said]


def goals_of(found: Found, wanted: Wanted) -> list[Goal]:
    """Return the goals that are asked for; an asset that is named is one, whatever it is. Raises `TargetError`."""
    return chosen(found.goals, ",".join(wanted.goals), found.graph, found.access.name)


class _Search:
    """One search: which goals are reached, and the best ways to them."""

    def __init__(self, found: Found, starts: Sequence[str], goals: Sequence[Goal], wanted: Wanted) -> None:
        self._found, self._wanted = found, wanted
        self._arrays = found.routes.arrays
        self._order = Order.SHORT if wanted.shortest else Order.LIKELY
        self._starts = self._arrays.ids.numbers(starts)
        placed = ((found.routes.number(goal.node.id), goal) for goal in goals)
        self._goals = {number: goal for number, goal in placed if number >= 0}
        numbers = np.fromiter(self._goals, np.int32, len(self._goals))
        self.proven = self._reached(numbers, certain=True)
        left = np.array([number for number in numbers.tolist() if number not in self.proven], np.int32)
        self.open = {} if wanted.certain else self._reached(left, certain=False)
        self._left_out = 0

    def _reached(self, goals: NDArray[np.int32], *, certain: bool) -> dict[int, Way]:
        """Return the goals that are reached, each with the best way."""
        ways = best(self._arrays, self._starts, goals, certain=certain, order=self._order)
        return {goal: way for goal, way in zip(goals.tolist(), ways, strict=True) if len(way) > 1}

    def listed(self) -> list[AttackPath]:
        """Return the best ways to all goals, then the second best to each, and so on; proven ones first."""
        proven = self._ranked(self.proven, certain=True, most=self._wanted.top)
        left = self._wanted.top - len(proven)
        return [*proven, *(self._ranked(self.open, certain=False, most=left) if left > 0 else ())]

    def _ranked(self, reached: dict[int, Way], *, certain: bool, most: int) -> list[AttackPath]:
        alike = set[Doubt]()
        first = self._folded(self._sorted([self._path(goal, way) for goal, way in reached.items()]), alike)[:most]
        room = most - len(first)
        if room <= 0 or not reached:
            return first
        known = {tuple(hop.gained.id for hop in path.hops) for path in first}
        each = min(ALTERNATIVES, 2 * -(-room // len(reached)))
        others = [path for goal in reached for path in self._others(goal, each, known, certain=certain)]
        return [*first, *self._folded(self._sorted(others), alike)[:room]]

    def _folded(self, paths: Sequence[AttackPath], alike: set[Doubt]) -> list[AttackPath]:
        """Return paths without possible ones that are like one before; `alike` keeps what was met."""
        if not self._wanted.folded or self._wanted.goals:
            return list(paths)
        kept = []
        for path in paths:
            doubt = _doubt(path)
            if doubt is None or doubt not in alike:
                kept.append(path)
            if doubt is not None:
                alike.add(doubt)
        self._left_out += len(paths) - len(kept)
        return kept

    def notes(self) -> list[str]:
        """Return what to know of the list."""
        if not self._left_out:
            return []
        more = f"{self._left_out} more possible {'path' if self._left_out == 1 else 'paths'}"
        return [f"{more} take the same steps from the same start, resting on the same; --to NAME lists those to one."]

    def _others(self, goal: int, count: int, known: set[Course], *, certain: bool) -> Iterator[AttackPath]:
        """Yield further ways to a goal: those that come by other places, not by other steps between the same ones."""
        wanted = sought(self._arrays, goal, certain=certain, order=self._order)
        for way in top(wanted, self._starts, count * TRIED):
            if (course := self._course(way)) not in known:
                known.add(course)
                count -= 1
                yield self._path(goal, way)
            if not count:
                return

    def _path(self, goal: int, way: Way) -> AttackPath:
        hops = tuple(self._found.evidence.hop(move) for move in self._found.routes.moves(way))
        return AttackPath(goal=self._goals[goal], hops=hops)

    def _course(self, way: Way) -> Course:
        """Return the places that a way comes by."""
        ids = self._found.routes.ids
        return tuple(ids[node] for node in way[1:] if node < len(ids))

    def _sorted(self, paths: Sequence[AttackPath]) -> list[AttackPath]:
        key = (lambda path: len(path.hops)) if self._wanted.shortest else (lambda path: path.weight)
        return sorted(
            paths,
            key=lambda path: (path.truth is not Truth.YES, _untold(path.goal), key(path), len(path.hops), path.id),
        )

    def chokes(self) -> list[ChokePoint]:
        """Return what most goals are reached through alone, starts and goals themselves left out."""
        if len(self.proven) < 2:
            return []
        goals = np.fromiter(self.proven, np.int32, len(self.proven))
        counts = dominators(self._arrays, self._starts).cut_off(goals)[: len(self._found.routes.ids)]
        counts[[*self._starts, *goals]] = 0
        most = np.argsort(-counts, kind="stable")[:CHOKES].tolist()
        names, ids = self._found.access.name, self._arrays.ids
        return [
            ChokePoint(node=node(ids.name(at), self._found.graph, names), goals=int(counts[at]))
            for at in most
            if counts[at] > 1
        ]


def _doubt(path: AttackPath) -> Doubt | None:
    """Return what a possible path has in common with others: its steps, and where and why it is first in doubt."""
    hop = next((each for each in path.hops if each.truth is not Truth.YES), None)
    if hop is None:
        return None
    at = "" if hop is path.hops[-1] else hop.gained.id
    return tuple(each.step for each in path.hops), at, hop.unknowns


def _untold(goal: Goal) -> bool:
    """Tell whether nothing tells what a goal holds: such goals come after all others."""
    return goal.classes[:1] == (UNCLASSIFIED,)
