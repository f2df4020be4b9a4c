"""Ids of nodes as one text in memory and where each begins: found without an object for each of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

NOWHERE = -1
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_BLOCK = 65536
"""Ids that are hashed at once: bounds memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ids(Sequence[str]):
    """Texts by number, and numbers by text. The first `nodes` are those of nodes, the rest are names besides."""

    nodes: int
    text: NDArray[np.uint8]
    """All of them in UTF-8, one after the other."""
    begins: NDArray[np.int64]
    """Where each begins in the text, and where the last ends."""
    hashes: NDArray[np.uint64]
    """Of each, in order."""
    order: NDArray[np.int32]
    """The number of each hash."""

    def __len__(self) -> int:
        return self.nodes

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self.name(number) for number in range(*at.indices(self.nodes))]
        if not -self.nodes <= at < self.nodes:
            raise IndexError(at)
        return self.name(at % self.nodes)

    def name(self, number: int) -> str:
        """Return a text by its number, those besides the nodes included."""
        return self._bytes(number).decode("utf-8", "surrogatepass")

    def number(self, id: object) -> int:
        """Return the number of a node, -1 where there is no such node."""
        if not isinstance(id, str):
            return NOWHERE
        sought = id.encode("utf-8", "surrogatepass")
        key = _hashes(np.frombuffer(sought, np.uint8), np.array([0, len(sought)], np.int64))[0]
        first, last = (int(np.searchsorted(self.hashes, key, side)) for side in ("left", "right"))
        alike = (int(number) for number in self.order[first:last])
        return next((number for number in alike if number < self.nodes and self._bytes(number) == sought), NOWHERE)

    def numbers(self, ids: Iterable[str]) -> NDArray[np.int32]:
        """Return the nodes of ids, each once and in order; those that are no nodes are left out."""
        found = {self.number(id) for id in ids} - {NOWHERE}
        return np.array(sorted(found), np.int32)

    def __contains__(self, id: object) -> bool:
        return self.number(id) != NOWHERE

    def _bytes(self, number: int) -> bytes:
        return self.text[int(self.begins[number]) : int(self.begins[number + 1])].tobytes()


def of_texts(texts: Sequence[str], count: int | None = None) -> Ids:
    """Return ids of texts, each once; the first `count` are those of nodes, all where None."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    begins = np.zeros(len(encoded) + 1, np.int64)
    np.cumsum([len(each) for each in encoded], out=begins[1:])
    text = np.frombuffer(b"".join(encoded), np.uint8)
    return of_bytes(text, begins, len(encoded) if count is None else count)


def of_bytes(text: NDArray[np.uint8], begins: NDArray[np.int64], count: int) -> Ids:
    """Return ids of one text and where each begins in it."""
    hashes = _hashes(text, begins)
    order = np.argsort(hashes, kind="stable")
    return Ids(nodes=count, text=text, begins=begins, hashes=hashes[order], order=order.astype(np.int32))


def _hashes(text: NDArray[np.uint8], begins: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return a hash for each text: what is found by it is compared in full."""
    hashes = np.zeros(len(begins) - 1, np.uint64)
    longest = int(np.diff(begins).max(initial=0))
    powers = np.cumprod(np.full(longest, _MULTIPLIER, np.uint64), dtype=np.uint64)
    for first in range(0, len(hashes), _BLOCK):
        ends = begins[first : first + _BLOCK + 1]
        hashes[first : first + _BLOCK] = _sums(text, ends, powers)
    return hashes


def _sums(text: NDArray[np.uint8], ends: NDArray[np.int64], powers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    lengths = np.diff(ends)
    letters = text[int(ends[0]) : int(ends[-1])].astype(np.uint64) + np.uint64(1)
    places = np.arange(len(letters)) - np.repeat(ends[:-1] - ends[0], lengths)
    total: NDArray[np.uint64] = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(letters * powers[places], out=total[1:])  # sums wrap around, and so do their differences
    at = ends - ends[0]
    sums: NDArray[np.uint64] = total[at[1:]] - total[at[:-1]]
    return sums
