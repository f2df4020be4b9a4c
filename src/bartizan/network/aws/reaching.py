"""Network reach of an AWS estate, for many sources and targets at once: by classes of those that are alike."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

from bartizan.core.reach import Reached
from bartizan.core.truth import Truth
from bartizan.graph.grid import Codes, Grid, Truths
from bartizan.network.aws.answering import Answering
from bartizan.network.aws.crowd import Crowd
from bartizan.network.aws.estate import Estate
from bartizan.network.aws.network import Network, source_class, target_class


def _classes(keys: Sequence[Hashable]) -> tuple[Codes, list[int]]:
    """Return the class of each key, and for each class the position of its first key."""
    numbers: dict[Hashable, int] = {}
    firsts: list[int] = []
    codes = np.zeros(len(keys), np.int32)
    for at, key in enumerate(keys):
        if key not in numbers:
            numbers[key] = len(firsts)
            firsts.append(at)
        codes[at] = numbers[key]
    return codes, firsts


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
        origins = [self.network.origin(source) for source in self.network.sources]
        rows, firsts = _classes([source_class(each) for each in origins if each is not None])
        columns, asked = _classes([target_class(self.network, target) for target in targets])
        crowd = Crowd(self.network, [each for at in firsts if (each := origins[at]) is not None])
        found: Truths = np.full((len(firsts), max(len(asked), 1)), Truth.NO, np.int8)
        for column, at in enumerate(asked):
            found[:, column] = crowd.reaching(targets[at])
        return Grid(rows, columns, found)

    def leaving(self, source: str) -> Truth:
        """Tell whether a source may open connections to the Internet."""
        thing = self.network.estate.things.get(source)
        return Truth.UNKNOWN if thing is None else self.network.leaving(thing).truth()

    def reach(self, source: str, target: str, protocol: str = "", port: int | None = None) -> Reached:
        """Answer one question with its evidence."""
        return self._answering.reach(source, target, protocol, port)
