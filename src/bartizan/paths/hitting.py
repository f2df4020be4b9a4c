"""Sets of labels that hit every one of some ways, for the least cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import once

Demand = frozenset[int]
"""Labels one of which has to be taken."""
EXACT = 1e-6
"""Costs that are no further apart are the same."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Labels that are taken, and how little any others could cost."""

    labels: frozenset[int]
    bound: float
    """No set that hits everything costs less."""


def greedily(demands: Iterable[Demand], cost: NDArray[np.float64]) -> set[int]:
    """Return labels that hit all demands: again and again the one that hits most for its cost."""
    open = dict(enumerate(demands))
    of_label: dict[int, set[int]] = defaultdict(set)
    for number, demand in open.items():
        for label in demand:
            of_label[label].add(number)
    taken: set[int] = set()
    while open:
        worth = ((len(hit) / max(float(cost[label]), EXACT), -label) for label, hit in of_label.items())
        label = -max(worth)[1]
        taken.add(label)
        for number in list(of_label[label]):
            for other in open.pop(number):
                of_label[other].discard(number)
        of_label = defaultdict(set, {each: hit for each, hit in of_label.items() if hit})
    return taken


def without_spare(taken: Iterable[int], demands: Iterable[Demand], cost: NDArray[np.float64]) -> frozenset[int]:
    """Return what is left of labels when those are put back that nothing needs, the dearest first."""
    held = set(taken)
    hits = {number: len(demand & held) for number, demand in enumerate(demands)}
    of_label: dict[int, list[int]] = defaultdict(list)
    for number, demand in enumerate(demands):
        for label in demand & held:
            of_label[label].append(number)
    for label in sorted(held, key=lambda each: (-cost[each], each)):
        if all(hits[number] > 1 for number in of_label[label]):
            held.discard(label)
            for number in of_label[label]:
                hits[number] -= 1
    return frozenset(held)


def cheapest(demands: Mapping[Demand, None], cost: NDArray[np.float64], seconds: float) -> Hit | None:
    """Return the labels of least cost that hit all demands, or the best found in time; None where none was."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # here: it takes long to load
    from scipy.sparse import csr_array

    wanted = _least(demands)
    labels = once(np.fromiter((label for demand in wanted for label in demand), np.int64))
    if not len(labels):
        return Hit(frozenset(), 0.0)
    columns = np.concatenate([np.searchsorted(labels, sorted(demand)) for demand in wanted])
    after = np.cumsum([0, *(len(demand) for demand in wanted)])
    rows: Any = csr_array((np.ones(len(columns)), columns, after), shape=(len(wanted), len(labels)))
    found = milp(
        cost[labels],
        integrality=np.ones(len(labels), np.int8),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(rows, 1, np.inf),
        options={"time_limit": max(seconds, 0.01), "mip_rel_gap": 0.0},
    )
    if found.x is None:
        return None
    bound = float(found.fun) if found.status == 0 else float(found.mip_dual_bound or 0.0)
    return Hit(frozenset(labels[found.x > 0.5].tolist()), bound if bound < inf else 0.0)


def _least(demands: Iterable[Demand]) -> list[Demand]:
    """Return demands without those that hold another one: who hits that hits them."""
    found: list[Demand] = []
    having: dict[int, list[Demand]] = defaultdict(list)
    for demand in sorted(set(demands), key=lambda each: (len(each), sorted(each))):
        if not any(other <= demand for label in demand for other in having[label]):
            found.append(demand)
            having[min(demand)].append(demand)
    return found
