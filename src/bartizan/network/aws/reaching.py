"""Network reach of an AWS estate, for many sources and targets at once: by classes of those that are alike."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

from bartizan.core.reach import Reached
from bartizan.core.truth import Truth
from bartizan.graph.grid import Grid, Truths
from bartizan.network.aws.answering import Answering
from bartizan.network.aws.estate import Estate
from bartizan.network.aws.network import Network, Origin, source_class, target_class


class AwsReaching:
    """Who reaches what in an estate; implements `bartizan.paths.reaching.Reaching`."""

    def __init__(self, estate: Estate) -> None:
        self.network = Network(estate)
        self._answering = Answering(self.network)

    def sources(self) -> tuple[str, ...]:
        """Return the Internet, and the ids of all that connections come from."""
        return self.network.sources

    def grid(self, targets: Sequence[str]) -> Grid:
        """Answer for all sources and many targets, whether any service of the target is reached."""
        rows: dict[Hashable, int] = {}
        origins: list[Origin] = []
        of_rows = np.zeros(len(self.network.sources), np.int32)
        for at, source in enumerate(self.network.sources):
            origin = self.network.origin(source)
            assert origin is not None  # noqa: S101 - sources are things: tells the type checker
            key = source_class(origin)
            if key not in rows:
                rows[key] = len(origins)
                origins.append(origin)
            of_rows[at] = rows[key]
        columns: dict[Hashable, int] = {}
        firsts: list[str] = []
        of_columns = np.zeros(len(targets), np.int32)
        for at, target in enumerate(targets):
            key = target_class(self.network, target)
            if key not in columns:
                columns[key] = len(firsts)
                firsts.append(target)
            of_columns[at] = columns[key]
        return Grid(of_rows, of_columns, self._truths(origins, firsts))

    def _truths(self, origins: Sequence[Origin], targets: Sequence[str]) -> Truths:
        found = np.full((max(len(origins), 1), max(len(targets), 1)), Truth.NO, np.int8)
        for row, origin in enumerate(origins):
            for column, target in enumerate(targets):
                found[row, column] = self.network.reached(origin, target).truth()
        return found

    def leaving(self, source: str) -> Truth:
        """Tell whether a source may open connections to the Internet."""
        thing = self.network.estate.things.get(source)
        return Truth.UNKNOWN if thing is None else self.network.leaving(thing).truth()

    def reach(self, source: str, target: str, protocol: str = "", port: int | None = None) -> Reached:
        """Answer one question with its evidence."""
        return self._answering.reach(source, target, protocol, port)
