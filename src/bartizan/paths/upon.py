"""What permissions are used on: assets, something in them, what their links lead to, or anything that is made new."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bartizan.core.step import Upon, Use
from bartizan.graph.grid import Codes
from bartizan.paths.ground import Ground, numbered
from bartizan.paths.spread import Spread, led


def chosen(use: Use) -> bool:
    """Tell whether the actor chooses a name for what it makes: that one name of many is allowed is enough then."""
    return use.upon is Upon.NEW and bool(use.resource) and not use.along


def named(use: Use, upon: Sequence[str], ground: Ground) -> tuple[Codes, list[str]]:
    """Return what permissions are used on for each thing: its code, and the name or pattern of each code."""
    if use.resource:
        return ground.filled(use.resource, upon)
    return numbered(["*"] * len(upon) if use.upon is Upon.NEW else upon)


def asked_for(use: Use, action: str, upon: Sequence[str], ground: Ground) -> Spread:
    """Return what an action is asked for: for each thing itself, or any of what there is to choose from."""
    if use.along:
        return linked(use, upon, ground)
    codes, patterns = named(use, upon, ground)
    if not chosen(use):
        return Spread.single(codes, patterns)
    choices = [ground.candidates(action, pattern) for pattern in patterns]
    return Spread.of_lists(codes, choices, np.full(len(choices), -1, np.int8))


def linked(use: Use, upon: Sequence[str], ground: Ground) -> Spread:
    """Return, for each thing, what the links of a use lead to from it."""
    numbers: dict[tuple[tuple[str, ...], int], int] = {}
    codes = np.zeros(len(upon), np.int32)
    for at, id in enumerate(upon):
        chains = [led(ground.graph, [id], chain) for chain in use.along]
        found = tuple(dict.fromkeys(each for ids, _ in chains for each in ids))
        least = -1 if all(seen for _, seen in chains) else 0
        codes[at] = numbers.setdefault((found, least), len(numbers))
    fill = (lambda id: ground.access.fill(use.resource, id)) if use.resource else str
    lists = [[fill(id) for id in found] for found, _ in numbers]
    return Spread.of_lists(codes, lists, np.array([least for _, least in numbers], np.int8))
