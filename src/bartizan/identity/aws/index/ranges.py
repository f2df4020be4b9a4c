"""Lists of numbers of different lengths, kept as one array and the places where each begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.intp]
"""Positions, as numpy takes them without converting."""
Truths = NDArray[np.int8]
"""-1 no, 0 unknown or conditional, 1 yes."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """Many lists of numbers: list `i` is `values[starts[i]:starts[i + 1]]`."""

    starts: Numbers
    values: Numbers

    def __len__(self) -> int:
        return len(self.starts) - 1

    def at(self, number: int) -> Numbers:
        """Return one list."""
        return self.values[self.starts[number] : self.starts[number + 1]]

    def many(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """Return the members of several lists one after the other, and for each member which of them it is of."""
        begins, counts = self.starts[numbers], self.starts[numbers + 1] - self.starts[numbers]
        whose = np.repeat(np.arange(len(numbers)), counts)
        if not len(whose):
            return whose, whose
        within = np.arange(len(whose)) - np.repeat(np.cumsum(counts) - counts, counts)
        return self.values[np.repeat(begins, counts) + within], whose

    def turned(self, size: int) -> Ranges:
        """Return the lists the other way round: for each of `size` members, the lists it is in."""
        counts = np.diff(self.starts)
        holders = np.repeat(np.arange(len(counts)), counts)
        order = np.argsort(self.values, kind="stable")
        starts = np.zeros(size + 1, np.intp)
        np.cumsum(np.bincount(self.values, minlength=size), out=starts[1:])
        return Ranges(starts, holders[order])


def ranges(lists: Iterable[Sequence[int]]) -> Ranges:
    """Join lists of numbers."""
    values: list[int] = []
    starts = [0]
    for each in lists:
        values.extend(each)
        starts.append(len(values))
    return Ranges(np.array(starts, np.intp), np.array(values, np.intp))
