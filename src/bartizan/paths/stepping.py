"""Tries steps: on every actor and every asset that they are about, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.step import Act, Follow, Reach, Step, Upon, Use
from bartizan.graph.graph import Graph
from bartizan.graph.grid import Grid, Truths, by_column, by_row, common, joined
from bartizan.paths.asking import Asking
from bartizan.paths.ground import Bound, Ground, numbered
from bartizan.paths.moves import Moves
from bartizan.paths.pairs import Joint, few, higher, singly
from bartizan.paths.reaching import Reaching
from bartizan.paths.spread import Spread
from bartizan.paths.upon import asked_for, chosen, linked, named

AnyStep = Step[Any, Any]
SINGLY, PARTS = 16, 64
"""Pairs of an actor and something that are asked about one by one, for each that else all actors are asked about."""


def moves(step: AnyStep, graph: Graph, access: Asking, network: Reaching | None = None) -> Moves:
    """Return all moves of a step in a graph."""
    return tried(step, Ground(graph, access, network))


def every(steps: Iterable[AnyStep], graph: Graph, access: Asking, network: Reaching | None = None) -> Iterator[Moves]:
    """Yield the moves of each of several steps; what they have in common is found out once."""
    ground = Ground(graph, access, network)
    return (tried(step, ground) for step in steps)


def tried(step: AnyStep, ground: Ground) -> Moves:
    """Return all moves of a step on some ground."""
    if isinstance(step.move, Follow):
        return _followed(step, step.move, ground)
    if isinstance(step.move, Reach):
        return _connected(step, step.move, ground)
    if not step.move.uses:
        return _free(step, step.move, ground)
    if all(use.upon in (Upon.ACTOR, Upon.NEW) for use in step.move.uses):
        return _alone(step, step.move, ground)
    return _acted(step, step.move, ground)


def _followed(step: AnyStep, move: Follow[Any], ground: Ground) -> Moves:
    actors = ground.fitting(step.actor, step.when)
    found = [
        (number, asset.id, gained, truth)
        for number, (asset, sure) in enumerate(zip(actors.assets, actors.truths.tolist(), strict=True))
        for gained, truth in ground.gains(asset, sure, move.along)
    ]
    return _one_by_one(step, [asset.id for asset in actors.assets], found)


def _free(step: AnyStep, move: Act[Any], ground: Ground) -> Moves:
    """Return the moves of a step that needs no permission: every actor of the kind gets to everything bound."""
    actors = ground.fitting(step.actor, step.when)
    bound = ground.bound(move.on, step.where, move.gains)
    layers = [by_row(actors.truths, len(bound.targets)), by_column(bound.truths, len(actors.assets))]
    return _joined(step, [asset.id for asset in actors.assets], bound, joined(layers, actors.truths >= 0))


def _connected(step: AnyStep, move: Reach[Any], ground: Ground) -> Moves:
    """Return the moves of a step that opens connections."""
    sources = ground.connecting(step.actor, step.when)
    bound = ground.bound(move.on, step.where, move.gains)
    bound = bound.among(bound.truths >= 0)
    if not bound.targets or not (sources >= 0).any():
        return _one_by_one(step, [], [])
    layers = [by_row(sources, len(bound.targets)), by_column(bound.truths, len(sources))]
    layers.append(ground.network.grid(bound.targets))
    return _joined(step, ground.sources, bound, joined(layers, sources >= 0))


def _joined(step: AnyStep, actors: Sequence[str], bound: Bound, joint: Joint) -> Moves:
    rows, columns, edges = joint
    return Moves(
        step=step,
        actors=actors,
        rows=rows,
        targets=bound.targets,
        gained=bound.gained,
        columns=columns,
        edges=edges,
    )


def _alone(step: AnyStep, move: Act[Any], ground: Ground) -> Moves:
    """Return the moves of a step that is about the actor alone: what it can do to itself, or with something new."""
    truths = np.minimum(ground.acting(step.actor, step.when), ground.acting(move.on, step.where))
    acting = np.flatnonzero(truths >= 0)
    truths = truths[acting]
    for use in move.uses:
        truths = np.minimum(truths, _on_itself(use, acting, ground))
        acting, truths = acting[truths >= 0], truths[truths >= 0]
    ids = [ground.actors[at] for at in acting.tolist()]
    found = [
        (number, id, gained, truth)
        for number, (id, sure) in enumerate(zip(ids, truths.tolist(), strict=True))
        if (asset := ground.graph.get(id)) is not None
        for gained, truth in ground.gains(asset, sure, move.gains)
    ]
    return _one_by_one(step, ids, found)


def _on_itself(use: Use, acting: NDArray[np.intp], ground: Ground) -> Truths:
    """Return how far each actor may use something on itself, on what links of it lead to, or on something new."""
    truths = np.ones(len(acting), np.int8)
    ids = [ground.actors[at] for at in acting.tolist()]
    for action in use.actions if ids else ():
        if chosen(use):
            truths = np.minimum(truths, _of_its_choice(use, action, ids, acting, ground))
            continue
        spread = asked_for(use, action, ids, ground)
        grid = spread.any_of(ground.grid(action, spread.targets, use.given))
        truths = np.minimum(truths, grid.truths[grid.rows[acting], grid.columns])
    return truths


def _of_its_choice(use: Use, action: str, ids: Sequence[str], acting: NDArray[np.intp], ground: Ground) -> Truths:
    """Return how far each actor may do something to anything of its choice: to parts, where the whole is open."""
    codes, patterns = named(use, ids, ground)
    grid = ground.grid(action, patterns, use.given)
    truths = grid.truths[grid.rows[acting], grid.columns[codes]]
    for at in np.flatnonzero(truths == 0).tolist():
        choices = ground.candidates(action, patterns[codes[at]])
        truths[at] = ground.any_allowed(ids[at], action, choices, use.given)
    return truths


def _acted(step: AnyStep, move: Act[Any], ground: Ground) -> Moves:
    """Return the moves of a step on assets, those that are out of the question left out as soon as that is known."""
    actors = ground.acting(step.actor, step.when)
    bound = ground.bound(move.on, step.where, move.gains)
    for use in move.uses:
        if use.by and use.upon is not Upon.ACTOR:
            bound = _let(use, bound, ground)
    bound = bound.among(bound.truths >= 0)
    layers = [by_row(actors, len(bound.targets)), by_column(bound.truths, len(actors))]
    joint = joined(layers, actors >= 0)
    for use in sorted(move.uses, key=lambda use: use.upon is Upon.NEW):  # what is new is asked of few then
        for action in () if use.by and use.upon is not Upon.ACTOR else use.actions:
            if not len(joint[2][0]):
                return _one_by_one(step, [], [])
            layers.append(_used(use, action, bound, layers, joint, ground))
            joint = joined(layers, joint[0] >= 0)
    return _joined(step, ground.actors, bound, joint)


def _used(use: Use, action: str, bound: Bound, layers: Sequence[Grid], joint: Joint, ground: Ground) -> Grid:
    """Return a grid of actors and bound targets for an action; whatever is left out of `joint` may be left out.

    `layers`: what `joint` was made of.
    """
    if use.upon is Upon.ACTOR:
        one = replace(use, actions=(action,))
        return by_row(_on_itself(one, np.arange(len(ground.actors)), ground), len(bound.targets))
    upon = _upon(use, bound)
    if use.along:
        spread = linked(use, upon, ground)
        return spread.any_of(ground.grid(action, spread.targets, use.given))
    codes, patterns = named(use, upon, ground)
    pairs = few(codes, joint, SINGLY)
    if pairs is not None:
        return singly(use, action, pairs, codes, patterns, ground)
    whole = ground.grid(action, patterns, use.given)
    grid = Grid(whole.rows, whole.columns[codes], whole.truths)
    if not chosen(use):
        return grid
    rows, columns, edges = joined([*layers, grid], joint[0] >= 0)
    open_ = edges[2] == 0
    pairs = few(codes, (rows, columns, (edges[0][open_], edges[1][open_], edges[2][open_])), PARTS)
    if pairs is not None:
        return higher(whole, singly(use, action, pairs, codes, patterns, ground))
    spread = asked_for(use, action, upon, ground)
    return spread.any_of(ground.grid(action, spread.targets, use.given))


def _let(use: Use, bound: Bound, ground: Ground) -> Bound:
    """Weigh what a step can be bound to by what somebody else than the actor may do."""
    for action in use.actions:
        bound = bound.among(bound.truths >= 0)
        if not bound.targets:
            return bound
        spread = asked_for(use, action, _upon(use, bound), ground)
        judged = _by_gained if use.by == "gained" else _by_another
        bound = Bound(bound.targets, bound.gained, np.minimum(bound.truths, judged(use, action, spread, bound, ground)))
    return bound


def _upon(use: Use, bound: Bound) -> Sequence[str]:
    return bound.gained if use.upon is Upon.GAINED else bound.targets


def _by_gained(use: Use, action: str, spread: Spread, bound: Bound, ground: Ground) -> Truths:
    """Return, for each target, whether what is gained from it may do something."""
    codes, gained = numbered(bound.gained)
    rows = np.array([ground.position.get(id, -1) for id in gained], np.int64)
    truths = np.zeros(len(codes), np.int8)
    known = rows[codes] >= 0
    if known.any():
        grid = spread.any_of(ground.grid(action, spread.targets, use.given))
        truths[known] = grid.truths[grid.rows[rows[codes[known]]], grid.columns[known]]
    for number in np.flatnonzero(rows < 0).tolist():
        grid = spread.any_of(ground.grid(action, spread.targets, use.given, (gained[number],)))
        truths[codes == number] = grid.truths[grid.rows[0], grid.columns[codes == number]]
    return truths


def _by_another(use: Use, action: str, spread: Spread, bound: Bound, ground: Ground) -> Truths:
    """Return, for each target, whether somebody else may act on it, who says of the request what `given` has."""
    upon = _upon(use, bound)
    filled = [ground.filled(value, upon) for value in use.given.values()]
    said, alike = common([np.zeros(len(upon), np.int32), *(codes for codes, _ in filled)])
    truths = np.full(len(upon), -1, np.int8)
    for number, (_, *at) in enumerate(alike.tolist()):
        given = {key: texts[code] for key, (_, texts), code in zip(use.given, filled, at, strict=True)}
        mine = np.flatnonzero(said == number)
        part = spread.among(mine)
        grid = part.any_of(ground.grid(action, part.targets, given, (use.by,)))
        truths[mine] = grid.truths[grid.rows[0], grid.columns]
    return truths


def _one_by_one(step: AnyStep, actors: list[str], found: Sequence[tuple[int, str, str, int]]) -> Moves:
    """Return moves in which each actor has a target of its own: every one is a class by itself.

    `found`: for each move the position of its actor, its target, what is gained, and how certain it is.
    """
    return Moves(
        step=step,
        actors=actors,
        rows=np.arange(len(actors), dtype=np.int32),
        targets=[target for _, target, _, _ in found],
        gained=[gained for _, _, gained, _ in found],
        columns=np.arange(len(found), dtype=np.int32),
        edges=(
            np.array([actor for actor, _, _, _ in found], np.int32),
            np.arange(len(found), dtype=np.int32),
            np.array([truth for _, _, _, truth in found], np.int8),
        ),
    )
