"""Draws the attack graph: all of it, or what lies between attackers and what matters."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bartizan.app.attack.found import Found
from bartizan.app.attack.listing import Wanted, starts_of
from bartizan.app.attack.naming import node
from bartizan.core.attack import Line, Picture
from bartizan.paths.reachable import reach, who_can_reach


def picture(found: Found, *, whole: bool = False) -> Picture:
    """Return the moves as lines between what is held before and after them."""
    starts = starts_of(found, Wanted())
    goals = {goal.node.id: goal.classes for goal in found.goals}
    kept = None if whole else _between(found, starts, list(goals))
    lines = list(_lines(found, kept))
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


def _between(found: Found, starts: list[str], goals: list[str]) -> NDArray[np.bool_]:
    arrays = found.routes.arrays
    ahead = reach(arrays, arrays.ids.numbers(starts), certain=False)
    return ahead & who_can_reach(arrays, arrays.ids.numbers(goals), certain=False)


def _lines(found: Found, kept: NDArray[np.bool_] | None) -> list[Line]:
    """Return every move whose both ends are kept, each once."""
    number = found.routes.number
    made: dict[tuple[str, str, str], Line] = {}
    for moves in found.moves:
        for move in moves:
            if kept is None or (kept[number(move.actor)] and kept[number(move.gained)]):
                key = move.actor, move.gained, move.step
                line = Line(start=move.actor, end=move.gained, label=moves.step.title, step=move.step, truth=move.truth)
                if key not in made or made[key].truth < line.truth:
                    made[key] = line
    return list(made.values())
