"""Finds the cheapest set of repairs that leaves no attack path, and how much each of them does alone.

An implicit hitting set: ways that are left are searched, each demands one of the repairs of its moves; an integer
program finds the least effort that meets all demands so far; what is repaired is left out of the next search. As long
as ways are found they make more demands. Evidence is asked for only where a search comes by.
"""

from __future__ import annotations

import heapq
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from bartizan.app.attack.repairs import Draft, Repairs
from bartizan.core.attack import AttackPath, Cause, Edit, Fixes, Goal, PathHop, Repair
from bartizan.core.place import Gap
from bartizan.paths.hitting import EXACT, Demand, cheapest, greedily, without_spare

SECONDS = 20.0
"""Time after which the best set found by then is told."""


@dataclass(slots=True)
class Labels:
    """Repairs by number, and which of them take each hop away."""

    repairs: Repairs
    drafts: list[Draft] = field(default_factory=list)
    causes: dict[int, dict[str, Cause]] = field(default_factory=lambda: defaultdict(dict))
    """For each draft, what it takes away."""
    _numbers: dict[str | tuple[Edit, ...], int] = field(default_factory=dict)
    _kept: dict[int, tuple[PathHop, Demand]] = field(default_factory=dict)

    def of(self, hop: PathHop) -> Demand:
        """Return the numbers of the repairs any of which takes a hop away."""
        known = self._kept.get(id(hop))
        if known is not None:
            return known[1]
        found = set()
        for cause in hop.causes:
            draft = self.repairs.of(cause, hop)
            if draft is not None:
                number = self._number(draft)
                self.causes[number][cause.id] = cause
                found.add(number)
        demand = frozenset(found)
        self._kept[id(hop)] = (hop, demand)  # the hop is held, so that no other one gets its identity
        return demand

    def _number(self, draft: Draft) -> int:
        """Return the number of a repair; two that make the same edits are one, whatever they are for."""
        key = draft.edits or draft.id
        if key not in self._numbers:
            self._numbers[key] = len(self.drafts)
            self.drafts.append(draft)
        return self._numbers[key]

    def demand(self, path: AttackPath) -> Demand:
        """Return the repairs any of which cuts a path."""
        return frozenset[int]().union(*map(self.of, path.hops))

    def cost(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Return the effort of each repair."""
        return np.array([draft.effort for draft in self.drafts], np.float64)


class Ways:
    """Hops as a graph: from whoever makes one to what it gains."""

    def __init__(self, starts: Iterable[str], goals: Iterable[Goal]) -> None:
        self.starts = tuple(starts)
        self.goals = {goal.node.id: goal for goal in goals}

    def onward(self, id: str) -> Iterable[PathHop]:
        """Return the hops of an actor."""
        raise NotImplementedError

    def open(self, labels: Labels, taken: frozenset[int], *, none: bool = False) -> dict[str, AttackPath]:
        """Return the best way to each goal that is left when repairs are made; `none`: all repairs that there are."""
        best: dict[str, tuple[float, int]] = dict.fromkeys(self.starts, (0.0, 0))
        came: dict[str, PathHop] = {}
        queue = [(0.0, 0, id) for id in self.starts]
        done: set[str] = set()
        while queue:
            weight, hops, id = heapq.heappop(queue)
            if id in done:
                continue
            done.add(id)
            for hop in self.onward(id):
                then = (weight + hop.weight, hops + 1)
                if hop.gained.id in done or then >= best.get(hop.gained.id, (float("inf"), 0)):
                    continue
                demand = labels.of(hop)
                if (none and demand) or demand & taken:
                    continue
                best[hop.gained.id], came[hop.gained.id] = then, hop
                heapq.heappush(queue, (*then, hop.gained.id))
        return {id: self._path(goal, came) for id, goal in self.goals.items() if id in came}

    def _path(self, goal: Goal, came: Mapping[str, PathHop]) -> AttackPath:
        hops: list[PathHop] = []
        here = goal.node.id
        while here in came and here not in self.starts:
            hops.append(came[here])
            here = came[here].actor.id
        return AttackPath(goal=goal, hops=tuple(reversed(hops)))


class Listed(Ways):
    """The hops of paths that are there already."""

    def __init__(self, paths: Sequence[AttackPath]) -> None:
        super().__init__(
            dict.fromkeys(path.source.id for path in paths),
            {path.goal.node.id: path.goal for path in paths}.values(),
        )
        self._hops: dict[str, dict[PathHop, None]] = defaultdict(dict)
        for path in paths:
            for hop in path.hops:
                self._hops[hop.actor.id][hop] = None

    def onward(self, id: str) -> Iterable[PathHop]:
        """Return the hops of an actor."""
        return self._hops.get(id, ())


@dataclass(frozen=True, slots=True)
class Chosen:
    """The set of repairs that was found."""

    taken: frozenset[int]
    optimal: bool
    lost: frozenset[str]
    """Goals that no repair can cut off."""
    pool: Mapping[str, AttackPath]
    """All paths that were met, by id."""


def choose(ways: Ways, labels: Labels, known: Sequence[AttackPath] = (), seconds: float = SECONDS) -> Chosen:
    """Return the repairs of least effort that leave no way to any goal but those that none can cut off."""
    until = time.monotonic() + seconds
    pool = {path.id: path for path in known}
    lost = frozenset(ways.open(labels, frozenset(), none=True))
    demands: dict[Demand, None] = {}
    for path in known:
        demand = labels.demand(path)
        if demand and path.goal.node.id not in lost:
            demands[demand] = None
    taken, bound, optimal = frozenset[int](), 0.0, True
    while True:
        if demands:
            taken, bound, optimal = _least(demands, labels, max(until - time.monotonic(), 0.1))
        left = {id: path for id, path in ways.open(labels, taken).items() if id not in lost}
        if not left:
            return Chosen(taken, optimal and bound >= _sum(labels, taken) - EXACT, lost, pool)
        for path in left.values():
            pool[path.id] = path
            demands[labels.demand(path)] = None


def _least(demands: Mapping[Demand, None], labels: Labels, seconds: float) -> tuple[frozenset[int], float, bool]:
    cost = labels.cost()
    hit = cheapest(demands, cost, seconds)
    if hit is not None:
        return hit.labels, hit.bound, True
    return without_spare(greedily(demands, cost), demands, cost), 0.0, False


def _sum(labels: Labels, taken: Iterable[int]) -> float:
    return sum(labels.drafts[each].effort for each in taken)


@dataclass(frozen=True, slots=True)
class Fixed:
    """The smallest set of changes, and what it was found with."""

    answer: Fixes
    pool: Sequence[AttackPath]
    """All paths that were met."""
    cut: Mapping[str, Sequence[AttackPath]]
    """Those that each repair cuts, by its id."""


def fixed(
    target: str,
    ways: Ways,
    repairs: Repairs,
    known: Sequence[AttackPath],
    notes: Sequence[str] = (),
    gaps: Sequence[Gap] = (),
) -> Fixed:
    """Return the smallest set of changes for some ways.

    `known` are paths of theirs that were listed before.
    """
    labels = Labels(repairs)
    chosen = choose(ways, labels, known)
    pool = list(chosen.pool.values())
    hit = {number: [path for path in pool if number in labels.demand(path)] for number in chosen.taken}
    before = set(ways.open(labels, frozenset())) - chosen.lost
    told = [
        _told(number, labels, len(hit[number]), len(before - set(ways.open(labels, frozenset({number})))))
        for number in _ordered(hit, labels)
    ]
    answer = Fixes(
        target=target,
        repairs=told,
        paths=len(pool),
        left=sum(path.goal.node.id in chosen.lost and not labels.demand(path) for path in pool),
        optimal=chosen.optimal,
        notes=[*notes, *_lost(ways, chosen)],
        gaps=gaps,
    )
    return Fixed(answer, pool, {labels.drafts[number].id: paths for number, paths in hit.items()})


def fixes(paths: Sequence[AttackPath], repairs: Repairs, target: str = "") -> Fixes:
    """Return the smallest set of changes that cuts paths which were listed, and nothing beyond them."""
    return fixed(target, Listed(paths), repairs, paths).answer


def _lost(ways: Ways, chosen: Chosen) -> Iterator[str]:
    for id in sorted(chosen.lost):
        name = ways.goals[id].node.name
        yield f"No change was found that cuts every way to {name}: look at its paths, and take one hop away by hand."


def _ordered(hit: Mapping[int, Sequence[AttackPath]], labels: Labels) -> Iterator[int]:
    """Yield repairs, always the one that cuts most of what those before it left; of equals the easiest."""
    left = {number: {path.id for path in paths} for number, paths in hit.items()}
    while left:
        number = min(left, key=lambda each: (-len(left[each]), labels.drafts[each].effort, labels.drafts[each].id))
        done = left.pop(number)
        left = {each: ids - done for each, ids in left.items()}
        yield number


def _told(number: int, labels: Labels, cuts: int, goals: int) -> Repair:
    draft = labels.drafts[number]
    return Repair(
        id=draft.id,
        title=draft.title,
        causes=tuple(labels.causes[number].values()),
        effort=draft.effort,
        cuts=cuts,
        goals=goals,
        edits=draft.edits,
        manual=draft.manual,
    )
