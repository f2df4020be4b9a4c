"""Columns: the attributes of a whole kind as arrays, made when first asked for.

A column is codes into its distinct values, so whatever is asked of a column is asked once per distinct value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.kind import NOT_COLLECTED, Asset
from bartizan.graph.graph import Graph, led_to

Codes = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Column:
    """One attribute of all assets of one kind."""

    codes: Codes
    """For each asset, the position of its value in `distinct`."""
    distinct: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class LinkColumn:
    """One link of all assets of one kind, as compressed sparse rows."""

    starts: NDArray[np.int64]
    """For each asset, where its targets begin in `targets`; one longer than there are assets."""
    targets: Codes
    """Positions in `Graph.assets`."""
    more: NDArray[np.bool_]
    """For each asset, whether there may be targets that were not seen."""


class Columns:
    """The columns of a graph."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._columns: dict[tuple[type[Asset], str], Column] = {}
        self._links: dict[tuple[type[Asset], str], LinkColumn] = {}

    def column(self, kind: type[Asset], name: str) -> Column:
        """Return the column of an attribute, in the order of `Graph.by_kind[kind]`."""
        key = (kind, name)
        if key not in self._columns:
            self._columns[key] = self._encode(kind, name)
        return self._columns[key]

    def links(self, kind: type[Asset], name: str) -> LinkColumn:
        """Return the column of a link, in the order of `Graph.by_kind[kind]`."""
        key = (kind, name)
        if key not in self._links:
            self._links[key] = self._encode_links(kind, name)
        return self._links[key]

    def _encode(self, kind: type[Asset], name: str) -> Column:
        assets, positions = self.graph.assets, self.graph.by_kind[kind]
        distinct: dict[Any, int] = {}
        codes = np.fromiter(
            (distinct.setdefault(assets[p].values.get(name, NOT_COLLECTED), len(distinct)) for p in positions),
            np.int32,
            len(positions),
        )
        return Column(codes, tuple(distinct))

    def _encode_links(self, kind: type[Asset], name: str) -> LinkColumn:
        positions, index = self.graph.by_kind[kind], self.graph.index
        targets: list[int] = []
        starts = np.zeros(len(positions) + 1, np.int64)
        more = np.zeros(len(positions), np.bool_)
        for row, position in enumerate(positions):
            ids, doubt = led_to(self.graph.assets[position].read(name))
            found = [index[id] for id in ids if id in index]
            targets.extend(found)
            starts[row + 1] = len(targets)
            more[row] = doubt is not None or len(found) < len(ids)
        return LinkColumn(starts, np.asarray(targets, np.int32), more)
