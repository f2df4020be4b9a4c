"""Amazon Resource Names in their parts; a hole is never cut in two."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bartizan.identity.hole import CLOSE, OPEN

_PIECE = re.compile(f"(?:[^:{OPEN}]|{OPEN}[^{CLOSE}]*{CLOSE})*")


class Arn(NamedTuple):
    """`arn:partition:service:region:account:rest`."""

    partition: str
    service: str
    region: str
    account: str
    rest: str


@lru_cache(maxsize=4096)
def arn(text: str) -> Arn | None:
    """Return the parts of an ARN, or None for what is none, or is a hole as a whole."""
    pieces = pieces_of(text)
    return Arn(*pieces[1:]) if len(pieces) == 6 and pieces[0] == "arn" else None


@lru_cache(maxsize=4096)
def pieces_of(text: str) -> tuple[str, ...]:
    """Cut a text at its first five colons that are in no hole."""
    if OPEN not in text:
        return tuple(text.split(":", 5))
    pieces: list[str] = []
    at = 0
    while len(pieces) < 5 and (match := _PIECE.match(text, at)) and match.end() < len(text):
        pieces.append(match[0])
        at = match.end() + 1
    return (*pieces, text[at:])
