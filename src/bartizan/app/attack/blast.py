"""Tells what falls with an asset."""

from __future__ import annotations

import numpy as np

from bartizan.app.attack.found import Found
from bartizan.app.attack.naming import node
from bartizan.app.identity import naming
from bartizan.core.attack import AttackPath, Blast, Fallen
from bartizan.core.truth import Truth
from bartizan.paths.nearest import Order, best

SHOWN = 20
"""Ways to what matters that are told in full."""


def blast(found: Found, said: str) -> Blast:
    """Return what an attacker who holds an asset comes to hold. Raises `TargetError` for one that is not there."""
    id = naming.asset(found.graph, found.access, said)
    start = node(id, found.graph, found.access.name)
    matters = {goal.node.id: goal for goal in found.goals}
    fallen: dict[str, Fallen] = {}
    ways: list[AttackPath] = []
    for certain in (True, False):
        for gained, way in _ways(found, id, certain=certain):
            if gained in fallen:
                continue
            moves = found.routes.moves(way)
            goal = matters.get(gained)
            fallen[gained] = Fallen(
                node=node(gained, found.graph, found.access.name),
                hops=len(moves),
                truth=Truth.YES if certain else Truth.UNKNOWN,
                classes=goal.classes if goal else (),
            )
            if goal and len(ways) < SHOWN:
                ways.append(AttackPath(goal=goal, hops=tuple(map(found.evidence.hop, moves))))
    ordered = sorted(fallen.values(), key=lambda each: (not each.classes, -each.truth, each.hops, each.node.id))
    return Blast(target=found.target, start=start, fallen=ordered, paths=ways, notes=found.notes, gaps=found.gaps)


def _ways(found: Found, id: str, *, certain: bool) -> list[tuple[str, tuple[int, ...]]]:
    """Return, for everything that is reached from an id, the way of fewest moves."""
    routes, number = found.routes, found.routes.number(id)
    if number < 0:
        return []
    everything = np.arange(len(routes.ids), dtype=np.int32)
    start = np.array([number], np.int32)
    ways = best(routes.arrays, start, everything, certain=certain, order=Order.SHORT)
    return [(routes.ids[at], way) for at, way in enumerate(ways) if len(way) > 1]
