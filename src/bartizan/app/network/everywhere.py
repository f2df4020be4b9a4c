"""The networks of all providers of a graph, as one: each target is asked of the provider that it is of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from importlib import import_module

import numpy as np

from bartizan.content.kinds.host import Host
from bartizan.core.reach import Reached
from bartizan.core.truth import Truth
from bartizan.graph.graph import Graph, led_to
from bartizan.graph.grid import Grid, Truths
from bartizan.paths.reaching import Reaching

PROVIDERS = ("aws", "azure", "gcp", "kubernetes")
"""Each a module of this package, which has `network(graph)`; assets are of the provider that their kind begins with."""


def network(graph: Graph) -> Everywhere:
    """Return the network of a graph: only the parts of providers that have assets in it."""
    there = {kind.kind.partition(".")[0] for kind in graph.by_kind}
    made: dict[str, Callable[[Graph], Reaching]] = {
        name: import_module(f"bartizan.app.network.{name}").network for name in PROVIDERS if name in there
    }
    return Everywhere(graph, {name: make(graph) for name, make in made.items()})


class Everywhere:
    """Network reach over all providers; implements `Reaching`.

    What runs in a cluster stands, for all that is outside of it, where the machines under it stand.
    """

    def __init__(self, graph: Graph, parts: Mapping[str, Reaching]) -> None:
        self.parts = parts
        self._graph = graph

    def sources(self) -> tuple[str, ...]:
        """Return the ids of all that connections can come from."""
        return self._sources

    def grid(self, targets: Sequence[str]) -> Grid:
        """Answer for all sources and many targets: those of each provider are asked of its part."""
        providers = np.array([self._provider(target) for target in targets])
        columns = np.zeros(len(targets), np.int32)
        blocks: list[Truths] = [np.full((len(self._sources), 1), Truth.NO, np.int8)]
        for name, part in self.parts.items():
            mine = np.flatnonzero(providers == name)
            if len(mine):
                grid = part.grid([targets[at] for at in mine.tolist()])
                columns[mine] = grid.columns + sum(block.shape[1] for block in blocks)
                blocks.append(self._from_everywhere(name, part, grid))
        whole, rows = np.unique(np.concatenate(blocks, axis=1), axis=0, return_inverse=True)
        return Grid(rows.reshape(-1).astype(np.int32), columns, whole)

    def leaving(self, source: str) -> Truth:
        """Tell whether a source may open connections to what is outside of the network it is in."""
        part = self.parts.get(self._provider(source))
        return Truth.YES if part is None else part.leaving(source)

    def reach(self, source: str, target: str, protocol: str = "", port: int | None = None) -> Reached:
        """Answer one question with its evidence."""
        name = self._provider(target)
        part = self.parts.get(name)
        if part is None:
            why = f"{target} is in no network that was read."
            return Reached(source=source, target=target, truth=Truth.UNKNOWN, why=why)
        stands = self._stands(source, name) if self._graph.get(source) is not None else ()
        if self._provider(source) in ("", name) or not stands:
            return part.reach(source, target, protocol, port)
        best = max((part.reach(each, target, protocol, port) for each in stands), key=lambda found: found.truth)
        truth = min(best.truth, self.leaving(source))
        return replace(best, source=source, truth=truth, passages=best.passages if truth is not Truth.NO else ())

    @cached_property
    def _sources(self) -> tuple[str, ...]:
        hosts = [host.id for host in self._graph.of(Host)]
        known = (id for part in self.parts.values() for id in part.sources())
        return tuple(dict.fromkeys([*known, *hosts]))

    def _from_everywhere(self, name: str, part: Reaching, grid: Grid) -> Truths:
        """Return the rows of all sources in the grid of a part: their own, or those of the machines under them."""
        row = dict(zip(part.sources(), grid.rows.tolist(), strict=True))
        found = np.full((len(self._sources), grid.truths.shape[1]), Truth.NO, np.int8)
        for number, source in enumerate(self._sources):
            if source in row:
                found[number] = grid.truths[row[source]]
                continue
            for stand in self._stands(source, name):
                if stand in row:
                    through = np.minimum(grid.truths[row[stand]], np.int8(self.leaving(source)))
                    found[number] = np.maximum(found[number], through)
        return found

    def _stands(self, source: str, provider: str) -> tuple[str, ...]:
        """Return the machines of a provider that a source runs on."""
        host = self._graph.get(source if source.startswith("host:") else f"host:{source}")
        machines = led_to(host.read("machines"))[0] if isinstance(host, Host) else frozenset()
        return tuple(sorted(id for id in machines if self._provider(id) == provider))

    def _provider(self, id: str) -> str:
        asset = self._graph.get(id)
        return "" if asset is None else asset.kind.partition(".")[0]
