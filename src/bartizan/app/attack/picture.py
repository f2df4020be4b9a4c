"""Draws the attack graph: all of it, or what lies between attackers and what matters."""

from __future__ import annotations

from collections.abc import Iterable

from bartizan.app.attack.found import Found
from bartizan.app.attack.listing import Wanted, starts_of
from bartizan.app.attack.naming import node
from bartizan.core.attack import Line, Picture
from bartizan.paths.moves import Move


def picture(found: Found, *, whole: bool = False) -> Picture:
    """Return the moves as lines between what is held before and after them."""
    starts = starts_of(found, Wanted())
    goals = {goal.node.id: goal.classes for goal in found.goals}
    everything = (move for moves in found.moves for move in moves)
    lines = _lines(found, everything if whole else found.between(starts, goals, certain=False))
    ids = dict.fromkeys([end for line in lines for end in (line.start, line.end)])
    if whole:
        ids |= dict.fromkeys(asset.id for asset in found.graph.assets)
    return Picture(
        target=found.target,
        nodes=[node(id, found.graph, found.access.name) for id in ids],
        lines=lines,
        goals={id: classes for id, classes in goals.items() if id in ids},
        sources=frozenset(id for id in starts if id in ids),
    )


def _lines(found: Found, moves: Iterable[Move]) -> list[Line]:
    """Return moves as lines, each once."""
    made: dict[tuple[str, str, str], Line] = {}
    for move in moves:
        key = move.actor, move.gained, move.step
        if key not in made or made[key].truth < move.truth:
            label = found.steps[move.step].title
            made[key] = Line(start=move.actor, end=move.gained, label=label, step=move.step, truth=move.truth)
    return list(made.values())
