"""Looks for marks in contents as they go by: a content is kept only if one of them occurs in it."""

from __future__ import annotations

from collections.abc import Callable

_FEW = 3
"""Marks up to which each is looked for by itself."""


class Marks:
    """Texts of bytes to look for, wherever they fall between pieces."""

    def __init__(self, marks: tuple[bytes, ...]) -> None:
        self._found_in = _finder(marks)
        self._overlap = max(map(len, marks), default=1) - 1
        self._tail = b""

    def begin(self) -> None:
        """Begin with a new content."""
        self._tail = b""

    def seen(self, piece: bytes) -> bool:
        """Return whether a mark occurs in a piece, or across its beginning."""
        if self._tail and self._found_in(self._tail + piece[: self._overlap]):
            return True
        if self._found_in(piece):
            return True
        self._tail = (self._tail + piece)[-self._overlap :] if self._overlap else b""
        return False


def _finder(marks: tuple[bytes, ...]) -> Callable[[bytes], bool]:
    if len(marks) <= _FEW:
        return lambda piece: any(mark in piece for mark in marks)
    import re2  # type: ignore[import-untyped]  # it has no types, and is loaded where many are looked for

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    expression = re2.compile(b"|".join(map(re2.escape, marks)), options)
    return lambda piece: expression.search(piece) is not None
