"""Many texts against many patterns: which of all targets fit a pattern, without trying each on each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from bartizan.core.truth import Truth
from bartizan.identity.aws.index.ranges import Truths
from bartizan.identity.hole import OPEN, covers, matches

_OPEN = re.compile(rf"[*?{OPEN}]")
"""What begins a part that is not literal."""
_LAST = "\U0010ffff"


def begin(text: str) -> str:
    """Return what a text begins with, up to its first wild card or hole."""
    found = _OPEN.search(text)
    return text[: found.start()] if found else text


def apart(one: str, other: str) -> bool:
    """Tell by what two patterns begin with that no text fits both."""
    return not one.startswith(other) and not other.startswith(one)


class Texts:
    """Texts to be asked of, in any order; equal ones are found once."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Sort them, and set those apart that are patterns themselves or have holes."""
        self._size = len(texts)
        plain = sorted((text, at) for at, text in enumerate(texts) if not _OPEN.search(text) and "\n" not in text)
        self._plain = [text for text, _ in plain]
        self._places = np.array([at for _, at in plain], np.intp)
        self._odd = [(at, text) for at, text in enumerate(texts) if _OPEN.search(text) or "\n" in text]
        self._joined = "\n".join(self._plain)
        ends = np.cumsum([len(text) + 1 for text in self._plain], dtype=np.int64)
        self._ends = ends

    def truths(self, pattern: str) -> Truths:
        """Judge for each text whether a pattern covers it."""
        found = np.full(self._size, -1, np.int8)
        start = begin(pattern)
        low, high = 0, len(self._plain)
        if start:
            low, high = bisect_left(self._plain, start), bisect_right(self._plain, start + _LAST)
        if pattern in (start + "*", start):
            exact = pattern == start
            fitting = range(low, bisect_right(self._plain, start, low, high) if exact else high)
            found[self._places[fitting.start : fitting.stop]] = 1
        else:
            for at in self._maybe(pattern, low, high):
                found[self._places[at]] = int(matches(pattern, self._plain[at]))
        for place, text in self._odd:
            found[place] = int(Truth.NO if apart(start, begin(text)) else covers(pattern, text))
        return found

    def _maybe(self, pattern: str, low: int, high: int) -> Iterator[int]:
        """Yield the plain texts of a range that contain the longest literal part of a pattern after its begin."""
        part = max(re.split(r"[*?]", pattern)[1:], key=len, default="")
        if OPEN in pattern or len(part) < 3 or high - low < 64:
            yield from range(low, high)
            return
        at = int(self._ends[low - 1]) if low else 0
        end = int(self._ends[high - 1])
        while (at := self._joined.find(part, at, end)) >= 0:
            line = int(np.searchsorted(self._ends, at, side="right"))
            yield line
            at = int(self._ends[line])
