"""Tries steps: on every actor and every asset that they are about, all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.condition import Condition
from bartizan.core.kind import Asset, LinkTerm
from bartizan.core.step import Act, Follow, Gain, Step, Upon, Use
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph
from bartizan.graph.grid import Grid, by_column, by_row, joined
from bartizan.paths.asking import Asking
from bartizan.paths.moves import Moves
from bartizan.paths.spread import Spread, led

Truths = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Bound:
    """A target, what is gained from it, and how certain both are."""

    target: str
    gained: str
    truth: Truth


def moves(step: Step[Any, Any], graph: Graph, access: Asking) -> Moves:
    """Return all moves of a step in a graph."""
    if isinstance(step.move, Follow):
        return _followed(step, step.move, graph, access)
    if all(use.upon in (Upon.ACTOR, Upon.NEW) for use in step.move.uses):
        return _alone(step, step.move, graph, access)
    return _acted(step, step.move, graph, access)


def _followed(step: Step[Any, Any], move: Follow[Any], graph: Graph, access: Asking) -> Moves:
    actors = list(_fitting(graph, step.actor, step.when))
    found = [
        (number, bound)
        for number, (asset, sure) in enumerate(actors)
        for bound in _gains(asset, sure, move.along, graph, access)
    ]
    ids = [asset.id for asset, _ in actors]
    return _one_by_one(step, ids, [number for number, _ in found], [bound for _, bound in found])


def _alone(step: Step[Any, Any], move: Act[Any], graph: Graph, access: Asking) -> Moves:
    """Return the moves of a step that is about the actor alone: what it can do to itself, or with something new."""
    sure = {asset.id: truth for asset, truth in _fitting(graph, step.actor, step.when)}
    about = {asset.id: truth for asset, truth in _fitting(graph, move.on, step.where)}
    acting = [(number, id) for number, id in enumerate(access.actors()) if id in sure and id in about]
    truths = np.array([min(sure[id], about[id]) for _, id in acting], np.int8)
    for use in move.uses:
        truths = np.minimum(truths, _on_itself(use, acting, graph, access))
    open_ = [(id, Truth(int(truth))) for (_, id), truth in zip(acting, truths, strict=True) if truth >= 0]
    found = [
        (number, bound)
        for number, (id, truth) in enumerate(open_)
        if (asset := graph.get(id)) is not None
        for bound in _gains(asset, truth, move.gains, graph, access)
    ]
    return _one_by_one(step, [id for id, _ in open_], [number for number, _ in found], [bound for _, bound in found])


def _on_itself(use: Use, acting: Sequence[tuple[int, str]], graph: Graph, access: Asking) -> Truths:
    """Return how far each actor may use something on itself, on what links of it lead to, or on something new."""
    truths = np.ones(len(acting), np.int8)
    for action in use.actions:
        spread = _spread(use, action, [id for _, id in acting], graph, access)
        rows = np.array([number for number, _ in acting], np.int32)[spread.of]
        grid = access.grid(action, spread.targets, use.given)
        truths = np.minimum(truths, spread.gathered(grid.truths[grid.rows[rows], grid.columns]))
    return truths


def _acted(step: Step[Any, Any], move: Act[Any], graph: Graph, access: Asking) -> Moves:
    bound = [
        each
        for asset, sure in _fitting(graph, move.on, step.where)
        for each in _gains(asset, sure, move.gains, graph, access)
    ]
    about = {asset.id: truth for asset, truth in _fitting(graph, step.actor, step.when)}
    ids = access.actors()
    layers = [
        by_row(np.array([about.get(id, -1) for id in ids], np.int8), len(bound)),
        by_column(np.array([each.truth for each in bound], np.int8), len(ids)),
    ]
    layers += [layer for use in move.uses for layer in _used(use, bound, graph, access)]
    rows, columns, edges = joined(layers)
    return Moves(
        step=step,
        actors=ids,
        rows=rows,
        targets=[each.target for each in bound],
        gained=[each.gained for each in bound],
        columns=columns,
        edges=edges,
    )


def _used(use: Use, bound: Sequence[Bound], graph: Graph, access: Asking) -> Iterator[Grid]:
    """Yield a grid of actors and bound targets for each action of a use."""
    ids = access.actors()
    upon = [each.gained if use.upon is Upon.GAINED else each.target for each in bound]
    for action in use.actions:
        if use.upon is Upon.ACTOR:
            one = replace(use, actions=(action,))
            yield by_row(_on_itself(one, list(enumerate(ids)), graph, access), len(bound))
            continue
        spread = _spread(use, action, upon, graph, access)
        if use.by == "gained":
            pairs = zip(spread.of.tolist(), spread.targets, strict=True)
            single = [access.grid(action, [to], use.given, [bound[of].gained]).at(0, 0) for of, to in pairs]
            yield by_column(spread.gathered(np.array(single, np.int8)), len(ids))
        elif use.by:
            yield by_column(spread.gathered(_by_another(use, action, spread, upon, access)), len(ids))
        else:
            yield spread.any_of(access.grid(action, spread.targets, use.given))


def _by_another(use: Use, action: str, spread: Spread, upon: Sequence[str], access: Asking) -> Truths:
    """Return, for each target, whether somebody else may act on it, who says of the request what `given` has."""
    homes: dict[tuple[str, ...], list[int]] = {}
    for number, of in enumerate(spread.of.tolist()):
        homes.setdefault(tuple(access.fill(value, upon[of]) for value in use.given.values()), []).append(number)
    truths = np.full(len(spread.targets), -1, np.int8)
    for values, numbers in homes.items():
        given = dict(zip(use.given, values, strict=True))
        grid = access.grid(action, [spread.targets[number] for number in numbers], given, [use.by])
        truths[numbers] = grid.truths[grid.rows[0], grid.columns]
    return truths


def _spread(use: Use, action: str, upon: Sequence[str], graph: Graph, access: Asking) -> Spread:
    """Return what an action is asked for: for each thing itself, or any of what there is to choose from."""
    if use.along:
        return _linked(use, upon, graph, access)
    targets = [_pattern(use, id, access) for id in upon]
    if use.upon is not Upon.NEW or not use.resource:
        return Spread.single(targets)
    choices = {pattern: access.candidates(action, pattern) for pattern in dict.fromkeys(targets)}
    return Spread.of_lists([choices[pattern] for pattern in targets], np.full(len(upon), -1, np.int8))


def _linked(use: Use, upon: Sequence[str], graph: Graph, access: Asking) -> Spread:
    """Return, for each thing, what the links of a use lead to from it."""
    found: list[list[str]] = []
    least = np.full(len(upon), -1, np.int8)
    for number, id in enumerate(upon):
        chains = [led(graph, [id], chain) for chain in use.along]
        found.append([_pattern(use, each, access) for ids, _ in chains for each in ids])
        if not all(seen for _, seen in chains):
            least[number] = 0
    return Spread.of_lists(found, least)


def _pattern(use: Use, id: str, access: Asking) -> str:
    """Return what a permission is asked for: an asset, or a name made of the use's pattern."""
    if use.resource:
        return access.fill(use.resource, id)
    return "*" if use.upon is Upon.NEW else id


def _fitting(graph: Graph, kind: type[Asset], condition: Condition[Any] | None) -> Iterator[tuple[Asset, Truth]]:
    """Yield the assets of a kind that may meet a condition, and how certain that is."""
    for asset in graph.of(kind):
        held = Truth.YES if condition is None else condition.ask(asset, graph).truth
        if held is not Truth.NO:
            yield asset, held


def _gains(
    asset: Asset,
    sure: Truth,
    along: LinkTerm[Any, Any] | tuple[LinkTerm[Any, Any], ...] | Gain,
    graph: Graph,
    access: Asking,
) -> Iterator[Bound]:
    """Yield what is gained from an asset: what links of it lead to, itself, or all there is around it."""
    if isinstance(along, Gain):
        yield Bound(asset.id, _gained(asset.id, along, access), sure)
        return
    chain = along if isinstance(along, tuple) else (along,)
    ids, seen = led(graph, [asset.id], chain)
    for id in ids:
        yield Bound(asset.id, id, sure)
    if not seen and not ids:
        yield Bound(asset.id, f"unseen:{asset.id}/{chain[-1].name}", Truth.UNKNOWN)


def _gained(id: str, gain: Gain, access: Asking) -> str:
    if gain is Gain.TARGET:
        return id
    return f"admin:{access.home(id)}" if gain is Gain.ADMIN else f"host:{id}"


def _one_by_one(step: Step[Any, Any], actors: list[str], rows: list[int], bound: list[Bound]) -> Moves:
    """Return moves in which each actor has a target of its own: every one is a class by itself."""
    return Moves(
        step=step,
        actors=actors,
        rows=np.arange(len(actors), dtype=np.int32),
        targets=[each.target for each in bound],
        gained=[each.gained for each in bound],
        columns=np.arange(len(bound), dtype=np.int32),
        edges=(
            np.array(rows, np.int32),
            np.arange(len(bound), dtype=np.int32),
            np.array([each.truth for each in bound], np.int8),
        ),
    )
