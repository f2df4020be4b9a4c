"""One question spread over what links lead to: a user's policies, a role's attachments; any of them suffices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.kind import LinkTerm
from bartizan.graph.graph import Graph, led_to
from bartizan.graph.grid import Codes, Grid, Truths


@dataclass(frozen=True, slots=True)
class Spread:
    """Targets, several or none for each of the things that they are asked about for; things alike share a code."""

    codes: Codes
    """For each thing, its code."""
    targets: Sequence[str]
    """Each once."""
    members: Sequence[tuple[int, ...]] | None
    """For each code, positions in `targets`; None where each is the one target at its place."""
    least: Truths
    """For each code, what is known without asking: -1, or 0 where there may be more than was seen."""

    @classmethod
    def single(cls, codes: Codes, targets: Sequence[str]) -> Spread:
        """Return the spread in which each code is one target."""
        return cls(codes, targets, None, np.full(len(targets), -1, np.int8))

    @classmethod
    def of_lists(cls, codes: Codes, lists: Sequence[Sequence[str]], least: Truths) -> Spread:
        """Return the spread in which each code is any of a list."""
        places: dict[str, int] = {}
        members = [tuple(places.setdefault(target, len(places)) for target in each) for each in lists]
        return cls(codes, list(places), members, least)

    def among(self, things: NDArray[np.intp]) -> Spread:
        """Return the spread of some of the things, by their positions; targets of none of them are left out."""
        kept, codes = np.unique(self.codes[things], return_inverse=True)
        if self.members is None:
            return Spread.single(codes.astype(np.int32), [self.targets[int(at)] for at in kept])
        lists = [[self.targets[at] for at in self.members[int(code)]] for code in kept]
        return Spread.of_lists(codes.astype(np.int32), lists, self.least[kept])

    def any_of(self, grid: Grid) -> Grid:
        """Return, of a grid over the targets, the one over the things: any of a thing's targets suffices."""
        if self.members is None:
            return Grid(grid.rows, grid.columns[self.codes], grid.truths)
        keys = [
            (tuple(sorted(set(grid.columns[list(members)].tolist()))), least)
            for members, least in zip(self.members, self.least.tolist(), strict=True)
        ]
        distinct = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        truths = np.full((len(grid.truths), len(distinct)), -1, np.int8)
        for (columns, least), number in distinct.items():
            truths[:, number] = grid.truths[:, columns].max(axis=1, initial=least)
        of_code = np.fromiter((distinct[key] for key in keys), np.int32, len(keys))
        return Grid(grid.rows, of_code[self.codes] if len(keys) else self.codes, truths)


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
