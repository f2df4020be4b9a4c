"""What the steps need to ask of networks: who can open connections to what, for many at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from bartizan.core.reach import Reached
from bartizan.core.truth import Truth
from bartizan.graph.grid import Grid


class Reaching(Protocol):
    """Network reach. One per provider; all of them together for a graph."""

    def sources(self) -> tuple[str, ...]:
        """Return the ids of all that connections can come from: `internet`, pods, machines, functions in a network."""
        ...

    def grid(self, targets: Sequence[str]) -> Grid:
        """Answer for all of `sources()` and many targets, whether any port that the target listens on is reached.

        A target that is in no network of this provider is reached by nobody.
        """
        ...

    def leaving(self, source: str) -> Truth:
        """Tell whether a source may open connections to what is outside of the network it is in."""
        ...

    def reach(self, source: str, target: str, protocol: str = "", port: int | None = None) -> Reached:
        """Answer one question with its evidence; any protocol where empty, any port where None. Never raises.

        The source may be an address range (`203.0.113.0/24`) as well as an id.
        """
        ...


class Unconnected:
    """The network of a graph without any: nobody reaches anything. Implements `Reaching`."""

    def sources(self) -> tuple[str, ...]:
        """Return nobody."""
        return ()

    def grid(self, targets: Sequence[str]) -> Grid:
        """Return a grid without rows."""
        return Grid(np.zeros(0, np.int32), np.zeros(len(targets), np.int32), np.full((1, 1), -1, np.int8))

    def leaving(self, source: str) -> Truth:
        """Return that nothing is known of it."""
        return Truth.UNKNOWN

    def reach(self, source: str, target: str, protocol: str = "", port: int | None = None) -> Reached:
        """Return that nothing is known of it."""
        return Reached(source=source, target=target, truth=Truth.UNKNOWN, why="No network was read.")
