"""Paths that are open in one state of a target and not in another: those that need a move the other has not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bartizan.app.attack.found import Found
from bartizan.app.attack.listing import Wanted, goals_of, starts_of
from bartizan.core.attack import AttackPath, Cause, Goal
from bartizan.core.compared import Opened
from bartizan.core.truth import Truth
from bartizan.paths.moves import Move
from bartizan.paths.nearest import Order, Tree, tree_from, tree_toward

MOST = 50
"""Paths that are told of."""


def opened(here: Found, there: Found) -> list[Opened]:
    """Return the paths of one state that the other does not allow: for each new move the best, proven ones first."""
    told: dict[str, Opened] = {}
    for certain in (True, False):
        for path in _through_new(here, there, certain=certain):
            if path.id not in told:
                told[path.id] = _told(path, here, there)
    kept = [each for each in told.values() if each.new]
    return sorted(kept, key=lambda each: (-each.path.truth, each.path.weight, each.path.id))[:MOST]


def _through_new(here: Found, there: Found, *, certain: bool) -> Iterator[AttackPath]:
    """Yield the best path through each move that is new, of all that lie between attackers and goals."""
    starts = starts_of(here, Wanted())
    goals = {goal.node.id: goal for goal in goals_of(here, Wanted())}
    arrays, costs = here.routes.arrays, Order.LIKELY.costs(here.routes.arrays)
    before = tree_from(arrays, arrays.ids.numbers(starts), costs, certain=certain)
    after = tree_toward(arrays, arrays.ids.numbers(goals), costs, certain=certain)
    for move in here.between(starts, goals, certain=certain):
        if _truth(there, move) < move.truth:
            path = _joined(here, before, move, after, goals)
            if path is not None:
                yield path


def _truth(found: Found, move: Move) -> Truth:
    """Return how certain a move of another state is in this one."""
    made = (moves for moves in found.moves if moves.step.id == move.step)
    return max((moves.truth(move.actor, move.target, move.gained) for moves in made), default=Truth.NO)


def _joined(found: Found, before: Tree, move: Move, after: Tree, goals: Mapping[str, Goal]) -> AttackPath | None:
    """Return the best path that takes a move; None where it would come by the same place twice."""
    routes = found.routes
    led, onward = before.way(routes.number(move.actor))[::-1], after.way(routes.number(move.gained))
    moves = [*routes.moves(led), move, *routes.moves(onward)]
    places = [moves[0].actor, *(each.gained for each in moves)]
    if len(set(places)) < len(places):
        return None
    return AttackPath(goal=goals[places[-1]], hops=tuple(found.evidence.hop(each) for each in moves))


def _told(path: AttackPath, here: Found, there: Found) -> Opened:
    new, by = list[int](), dict[str, Cause]()
    for number, hop in enumerate(path.hops):
        before = _truth(there, Move(hop.step, hop.actor.id, hop.target.id, hop.gained.id, hop.truth))
        if before < hop.truth:
            new.append(number)
            changed = [cause for cause in hop.causes if _changed(cause, here, there)]
            by.update({cause.id: cause for cause in changed or hop.causes})
    return Opened(path=path, new=tuple(new), by=tuple(by.values()))


def _changed(cause: Cause, here: Found, there: Found) -> bool:
    """Tell whether what a hop needs is not the same in the other state."""
    one, other = here.graph.get(cause.asset), there.graph.get(cause.asset)
    if one is None or other is None:
        return one is not other
    names = (cause.attribute,) if cause.attribute in one.attributes else tuple(one.attributes)
    return any(one.values.get(name) != other.values.get(name) for name in names)
