"""A grid: one question asked of many actors and many targets, answered by their classes, never pair by pair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Grid:
    """Truths for every pair of an actor and a target; those that are alike in all that counts share a class."""

    rows: Codes
    """For each actor, its class."""
    columns: Codes
    """For each target, its class."""
    truths: NDArray[np.int8]
    """For each class of actors and each class of targets: -1 no, 0 unknown or conditional, 1 yes."""

    def at(self, actor: int, target: int) -> int:
        """Return the truth for one pair, by their positions."""
        return int(self.truths[self.rows[actor], self.columns[target]])
