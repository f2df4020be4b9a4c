"""Finds where the entries of a file are written, in the order in which a parser gives them, in one pass."""

from __future__ import annotations

from bisect import bisect_right

MAX_MISSES = 100
"""Texts that were not found, after which no more are looked for: they are written with escapes."""


class Written:
    """The text of a file, and how far below each heading entries have been found."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._below: dict[str, int] = {}
        self._misses = 0

    def line(self, heading: str, entry: str) -> int:
        """Return the line of an entry, the next one below a heading; the heading's own where it is not found."""
        if heading not in self._below:
            self._below[heading] = max(self._text.find(heading), 0)
        start = self._below[heading]
        found = self._text.find(entry, start) if self._misses < MAX_MISSES else -1
        if found < 0:
            self._misses += 1
            return self._number(start)
        self._below[heading] = found
        return self._number(found + (entry.startswith("\n")))

    def _number(self, place: int) -> int:
        if not self._starts:
            self._starts = [0, *(at + 1 for at, character in enumerate(self._text) if character == "\n")]
        return bisect_right(self._starts, place)
