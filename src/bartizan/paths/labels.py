"""Labels on edges: what can be taken away, and with it every edge that rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.paths.arrays import Ints, Mask, once


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """For each edge, what it rests on: it is cut when any of that is taken. One without labels can not be cut."""

    count: int
    """Labels there are."""
    after: Ints
    """For each edge its first place in `labels`, and after the last how many there are."""
    labels: Ints

    def of(self, edge: int) -> list[int]:
        """Return the labels of an edge."""
        found: list[int] = self.labels[int(self.after[edge]) : int(self.after[edge + 1])].tolist()
        return found

    def uncut(self, taken: Mask) -> Mask:
        """Return for each edge whether it is there when some labels are taken."""
        gone = np.zeros(len(self.labels) + 1, np.int64)
        np.cumsum(taken[self.labels], out=gone[1:])
        uncut: Mask = gone[self.after[1:]] == gone[self.after[:-1]]
        return uncut

    def many(self) -> Ints:
        """Return for each edge how many labels it has."""
        return np.diff(self.after)


def labelled(label: NDArray[Any], count: int) -> Labels:
    """Return labels of which each edge has one, or none where it is below 0."""
    there = label >= 0
    after = np.zeros(len(label) + 1, np.int32)
    np.cumsum(there, out=after[1:])
    return Labels(count=count, after=after, labels=label[there].astype(np.int32))


def of_pairs(edges: NDArray[Any], labels: NDArray[Any], size: int, count: int) -> Labels:
    """Return labels given as pairs of an edge and a label, of `size` edges and `count` labels; pairs may repeat."""
    keys = once(edges.astype(np.int64) * max(count, 1) + labels)
    after = np.searchsorted(keys, np.arange(size + 1, dtype=np.int64) * max(count, 1)).astype(np.int32)
    return Labels(count=count, after=after, labels=(keys % max(count, 1)).astype(np.int32))
