"""Which sets of resource patterns can be about what is asked, found by what they begin with."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bartizan.identity.aws.index.interning import Patterns
from bartizan.identity.aws.index.ranges import Ranges, ranges
from bartizan.identity.aws.index.texts import begin

_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Begins:
    """What the patterns of all sets begin with."""

    texts: Sequence[str]
    """In order."""
    numbers: dict[str, int]
    holders: Ranges
    """For each text, the sets of which a pattern begins with it."""
    free: NDArray[np.bool_]
    """Sets that may be about anything."""

    def possible(self, text: str) -> NDArray[np.bool_]:
        """Tell for each set whether one of its patterns may cover what begins with a text, or part of it."""
        found = self.free.copy()
        for end in range(1, len(text) + 1):
            if (number := self.numbers.get(text[:end])) is not None:
                found[self.holders.at(number)] = True
        low, high = bisect_left(self.texts, text), bisect_right(self.texts, text + _LAST)
        found[self.holders.values[self.holders.starts[low] : self.holders.starts[high]]] = True
        return found


def begins(sets: Sequence[Patterns]) -> Begins:
    """Sort the patterns of all sets by what they begin with."""
    found: dict[str, list[int]] = defaultdict(list)
    free = np.zeros(len(sets), np.bool_)
    for number, (patterns, but) in enumerate(sets):
        starts = {begin(pattern).partition("$")[0] for pattern in patterns}
        free[number] = but or not patterns or "" in starts
        if not free[number]:
            for start in starts:
                found[start].append(number)
    texts = sorted(found)
    return Begins(texts, {text: at for at, text in enumerate(texts)}, ranges(found[text] for text in texts), free)
