"""One question spread over what links lead to: a user's policies, a role's attachments; any of them suffices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.kind import LinkTerm
from bartizan.graph.graph import Graph, led_to
from bartizan.graph.grid import Grid


@dataclass(frozen=True, slots=True)
class Spread:
    """Targets, several or none for each of the things that they are asked about for."""

    targets: Sequence[str]
    of: NDArray[np.int64]
    """For each target, the position of the thing it is asked about for."""
    least: NDArray[np.int8]
    """For each thing, what is known without asking: -1, or 0 where there may be more than was seen."""

    @classmethod
    def single(cls, targets: Sequence[str]) -> Spread:
        """Return the spread in which each thing is one target."""
        return cls(targets, np.arange(len(targets)), np.full(len(targets), -1, np.int8))

    @classmethod
    def of_lists(cls, lists: Sequence[Sequence[str]], least: NDArray[np.int8]) -> Spread:
        """Return the spread in which each thing is any of a list."""
        of = np.repeat(np.arange(len(lists)), [len(each) for each in lists])
        return cls([target for each in lists for target in each], of, least)

    def gathered(self, truths: NDArray[np.int8]) -> NDArray[np.int8]:
        """Return, of truths for each target, the greatest for each thing."""
        found = self.least.copy()
        np.maximum.at(found, self.of, truths)
        return found

    def any_of(self, grid: Grid) -> Grid:
        """Return, of a grid over the targets, the one over the things: any of a thing's targets suffices."""
        if np.array_equal(self.of, np.arange(len(self.least))) and (self.least < 0).all():
            return grid
        classes: list[frozenset[int]] = [frozenset()] * len(self.least)
        for column, thing in zip(grid.columns.tolist(), self.of.tolist(), strict=True):
            classes[thing] |= {column}
        distinct = {
            key: number for number, key in enumerate(dict.fromkeys(zip(classes, self.least.tolist(), strict=True)))
        }
        truths = np.full((len(grid.truths), len(distinct)), -1, np.int8)
        for (columns, least), number in distinct.items():
            truths[:, number] = grid.truths[:, sorted(columns)].max(axis=1, initial=least)
        keys = zip(classes, self.least.tolist(), strict=True)
        return Grid(grid.rows, np.fromiter((distinct[key] for key in keys), np.int32, len(classes)), truths)


def led(graph: Graph, ids: Sequence[str], chain: Sequence[LinkTerm[Any, Any]]) -> tuple[list[str], bool]:
    """Return what a chain of links leads to, and whether all of it was seen."""
    here, seen = list(ids), True
    for link in chain:
        onward: list[str] = []
        for id in here:
            asset = graph.get(id)
            if asset is None:
                seen = False
                continue
            if link.name not in asset.attributes:
                continue
            found, doubt = led_to(asset.read(link.name))
            onward += sorted(found)
            seen = seen and doubt is None
        here = list(dict.fromkeys(onward))
    return here, seen
