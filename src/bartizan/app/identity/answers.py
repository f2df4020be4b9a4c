"""Answers to who may do what: one question, and everybody who may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bartizan.app.identity import naming
from bartizan.app.identity.citing import cited
from bartizan.app.identity.entrants import entrants
from bartizan.app.identity.world import World
from bartizan.core.access import Decision, Question
from bartizan.core.answer import Can, Holder, Hop, WhoCan
from bartizan.core.step import Act
from bartizan.core.truth import Truth
from bartizan.identity.hole import shown
from bartizan.paths.moves import Move

EXPLAINED = 2_000
"""Holders up to which each is told why; beyond, the rest are told with their truth alone."""
Given = Mapping[str, str | tuple[str, ...]]


def can(world: World, actor: str, action: str, resource: str, given: Given) -> Can:
    """Answer one question. Raises `TargetError` for an actor that is not there."""
    who, what = naming.actor(world.access, actor), naming.resource(world.graph, world.access, resource)
    question = Question(actor=who, action=action, target=what, given=given)
    decision = world.access.can(question)
    return Can(
        question=question,
        actor=shown(world.access.name(who)),
        target=shown(world.access.name(what)),
        decision=decision,
        cited=cited(decision.clauses, world.graph),
        notes=world.access.notes(action),
        gaps=world.gaps,
    )


def who_can(world: World, action: str, resource: str, given: Given) -> WhoCan:
    """Find everybody who may do something: by themselves, and by way of roles that they can take."""
    what = naming.resource(world.graph, world.access, resource)
    direct = _allowed(world, action, what, given)
    ways: list[Way] = [*((id, ()) for id in direct), *_by_others(world, direct)]
    ways.sort(key=lambda way: (-_truth(way, direct), len(way[1]), way[0]))
    asked = Question(actor="", action=action, target=what, given=given)
    return WhoCan(
        action=action,
        resource=shown(world.access.name(what)),
        holders=(*_holders(world, asked, ways, direct), *entrants(world, direct)),
        asked=len(world.access.asked(action, what)),
        notes=world.access.notes(action),
        gaps=world.gaps,
    )


Way = tuple[str, tuple[Move, ...]]


def _allowed(world: World, action: str, resource: str, given: Given) -> dict[str, Truth]:
    """Return who may by themselves, for certain or under conditions."""
    actors = world.access.asked(action, resource)
    grid = world.access.grid(action, [resource], given, actors)
    truths = grid.truths[grid.rows, grid.columns[0]]
    return {actors[at]: Truth(int(truths[at])) for at in (truths >= 0).nonzero()[0].tolist()}


def _by_others(world: World, direct: Mapping[str, Truth]) -> Iterator[Way]:
    """Yield those who come to it by taking roles, each by the shortest way; certain ways first."""
    routes = world.intended
    found = {id for id, truth in direct.items() if truth is Truth.YES}
    for certain in (True, False):
        goals = [id for id, truth in direct.items() if truth is Truth.YES or not certain]
        ways = routes.toward(goals, certain=certain)
        for id in ways.starts():
            if id not in found and (certain or id not in direct):
                found.add(id)
                yield id, ways.chain(id) or ()


def _truth(way: Way, direct: Mapping[str, Truth]) -> Truth:
    id, moves = way
    last = moves[-1].gained if moves else id
    return min(direct[last], *(move.truth for move in moves), Truth.YES)


def _holders(world: World, asked: Question, ways: Iterable[Way], direct: Mapping[str, Truth]) -> Iterator[Holder]:
    decisions: dict[str, Decision] = {}
    for number, (id, moves) in enumerate(ways):
        last = moves[-1].gained if moves else id
        if last not in decisions and number < EXPLAINED:
            decisions[last] = world.access.can(replace(asked, actor=last))
        decision = decisions.get(last) or Decision(truth=direct[last], why="")
        yield _holder(world, id, moves, decision)


def _holder(world: World, id: str, moves: tuple[Move, ...], decision: Decision) -> Holder:
    asset = world.graph.get(id)
    if min((move.truth for move in moves), default=Truth.YES) < decision.truth:
        decision = _open(world, moves, decision)
    return Holder(
        id=id,
        name=shown(world.access.name(id)),
        kind="" if asset is None else asset.kind,
        place=None if asset is None else asset.place,
        decision=decision,
        cited=cited(decision.clauses, world.graph),
        via=tuple(hop(world, move) for move in moves),
    )


def _open(world: World, moves: tuple[Move, ...], decision: Decision) -> Decision:
    """Return a decision as it is where a move on the way to it is not certain: with what that leaves to fulfil."""
    asked = [
        world.access.can(question) for move in moves if move.truth is not Truth.YES for question in _uses(world, move)
    ]
    residuals = dict.fromkeys(each for one in asked for each in one.residuals)
    unknowns = dict.fromkeys(each for one in asked for each in one.unknowns)
    if not residuals and not unknowns:
        unknowns = {"whether a move on the way to it can be made is not known": None}
    return replace(decision, truth=Truth.UNKNOWN, residuals=tuple(residuals), unknowns=tuple(unknowns))


def _uses(world: World, move: Move) -> Iterator[Question]:
    """Yield what the actor of a move is asked for: the permissions that it uses on its target."""
    made = world.step(move.step).move
    for use in made.uses if isinstance(made, Act) else ():
        if not use.by and not use.along and not use.resource:
            for action in use.actions:
                yield Question(actor=move.actor, action=action, target=move.target, given=use.given)


def hop(world: World, move: Move) -> Hop:
    """Return a move as it is reported."""
    names = (shown(world.access.name(id)) for id in (move.actor, move.target, move.gained))
    actor, target, gained = names
    title = world.step(move.step).title
    return Hop(step=move.step, title=title, actor=actor, target=target, gained=gained, truth=move.truth)
