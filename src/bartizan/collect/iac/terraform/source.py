"""The text being parsed: a position in it, where that is, and the errors that end a parse."""

from __future__ import annotations

import re
from bisect import bisect_left

MAX_DEPTH = 100
"""Brackets, templates and blocks within one another."""
IDENTIFIER = r"[^\W\d][\w-]*"
SPACE = re.compile(r"(?:[ \t\r]+|/\*(?s:.*?)\*/)*+")
"""What may stand between the parts of an expression that ends with its line."""
WIDE_SPACE = re.compile(r"(?:\s+|\#[^\n]*|//[^\n]*|/\*(?s:.*?)\*/)*+")
"""What may stand between the parts of an expression within brackets."""
_NEWLINE = re.compile("\n")


class SyntaxFault(Exception):
    """Text that is not HCL: what was expected, and the offset where it was not found."""

    def __init__(self, why: str, offset: int) -> None:
        super().__init__(why)
        self.why, self.offset = why, offset


class Lines:
    """Lines and columns of offsets in a text."""

    __slots__ = ("breaks", "column", "line")

    def __init__(self, text: str, line: int = 1, column: int = 1) -> None:
        self.breaks = [match.start() for match in _NEWLINE.finditer(text)]
        self.line, self.column = line, column

    def spot(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset."""
        row = bisect_left(self.breaks, offset)
        if row == 0:
            return self.line, offset + self.column
        return row + self.line, offset - self.breaks[row - 1]
