"""Everything somebody may do: its rights, whose it can take on, and how it could come to all rights there are."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol, runtime_checkable

import numpy as np

from bartizan.app.identity import naming
from bartizan.app.identity.answers import hop
from bartizan.app.identity.citing import cited
from bartizan.app.identity.world import World
from bartizan.core.answer import Hop, Right, Rights
from bartizan.core.truth import Truth
from bartizan.identity.hole import shown
from bartizan.paths.moves import Move, Moves

TAKEN = 1_000
"""Of those whose rights somebody can take on, as many are told."""
ADMIN = "admin:"
LEVELS = ("permissions", "write", "tagging", "read", "list")
"""Most dangerous first."""
UNRANKED = len(LEVELS)


@runtime_checkable
class Holding(Protocol):
    """Access of one provider that can tell all that somebody may do."""

    def held(self, id: str) -> Rights:
        """Return all that an actor may do by itself, in patterns; `admin` is empty where that is everything."""
        ...


def rights(world: World, said: str) -> Rights:
    """Return everything somebody may do. Raises `TargetError` for an actor that is not there."""
    who = naming.actor(world.access, said)
    asset = world.graph.get(who)
    found = _held(world, who)
    return replace(
        found,
        id=who,
        name=shown(world.access.name(who)),
        kind="" if asset is None else asset.kind,
        rights=tuple(_placed(world, right) for right in _worst_first(found.rights)),
        takes=tuple(hop(world, move) for move in _taken(world, who)),
        admin=_admin(world, who) if found.admin is None else found.admin,
        notes=(*found.notes, *world.access.limits(who)),
        gaps=world.gaps,
    )


def _held(world: World, who: str) -> Rights:
    """Return what a provider's engine tells of an actor."""
    part = world.access.part_of(who)
    if isinstance(part, Holding):
        return part.held(who)
    return Rights(id=who, name=who, kind="", rights=(), notes=(f"No provider knows {shown(who)}.",))


def _worst_first(found: Iterable[Right]) -> list[Right]:
    """Return rights service by service, those first in which most harm can be done; levels alike."""
    rank = {level: number for number, level in enumerate(LEVELS)}
    known = list(found)
    worst: dict[str, int] = {}
    for right in known:
        worst[right.service] = min(worst.get(right.service, UNRANKED), rank.get(right.level, UNRANKED))
    return sorted(
        known,
        key=lambda each: (worst[each.service], each.service, rank.get(each.level, UNRANKED), -each.truth),
    )


def _placed(world: World, right: Right) -> Right:
    return replace(right, cited=cited((each.clause for each in right.cited), world.graph))


def _taken(world: World, who: str) -> Iterator[Move]:
    """Yield the moves to all whose rights are there to be taken, nearest first, each once."""
    ways = [moves for moves in world.moves if moves.step.intended and len(moves.edges[0])]
    numbers = [{id: number for number, id in enumerate(moves.actors)} for moves in ways]
    acting = set(world.access.actors())
    seen, pending = {who}, deque([who])
    while pending and len(seen) <= TAKEN:
        id = pending.popleft()
        found = (move for moves, known in zip(ways, numbers, strict=True) for move in _from(moves, known.get(id)))
        for move in _surest(found):
            if move.gained not in seen and move.gained in acting:
                seen.add(move.gained)
                pending.append(move.gained)
                yield move


def _surest(found: Iterable[Move]) -> list[Move]:
    return sorted(found, key=lambda move: -move.truth)


def _from(moves: Moves, actor: int | None) -> Iterator[Move]:
    """Yield the moves of one actor, by its position."""
    if actor is None or moves.rows[actor] < 0:
        return
    rows, columns, truths = moves.edges
    for edge in np.flatnonzero(rows == moves.rows[actor]).tolist():
        for target in np.flatnonzero(moves.columns == columns[edge]).tolist():
            truth = Truth(int(truths[edge]))
            yield Move(moves.step.id, moves.actors[actor], moves.targets[target], moves.gained[target], truth)


def _admin(world: World, who: str) -> tuple[Hop, ...] | None:
    """Return how somebody comes to all rights of an account: a certain way before one that may be open."""
    goals = [id for id in world.routes.ids if id.startswith(ADMIN)]
    for certain in (True, False):
        chain = world.routes.toward(goals, certain=certain).chain(who) if goals else None
        if chain:
            return tuple(hop(world, move) for move in chain)
    return None
