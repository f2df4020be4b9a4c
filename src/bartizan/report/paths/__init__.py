"""Answers about attack paths in every format. One format is one module; this is the door to all of them."""

from __future__ import annotations

from importlib import import_module
from typing import TextIO

from bartizan.core.attack import Blast, Fixes, Paths
from bartizan.core.compared import Compared
from bartizan.core.reach import Reached
from bartizan.report.output import Look

__all__ = ["Answer", "NotInThisFormat", "formats", "ids", "write"]

Answer = Paths | Fixes | Blast | Reached | Compared

_FORMATS: dict[str, tuple[type, ...]] = {
    "terminal": (Paths, Fixes, Blast, Reached, Compared),
    "json": (Paths, Fixes, Blast, Reached, Compared),
    "markdown": (Paths, Fixes, Compared),
    "sarif": (Paths, Compared),
    "html": (Paths, Fixes, Compared),
}


class NotInThisFormat(LookupError):
    """There is no such format for such an answer."""

    def __init__(self, id: str, answer: type) -> None:
        super().__init__(f"This answer is not written as {id!r}. Choose one of {', '.join(formats(answer))}.")


def ids() -> tuple[str, ...]:
    """Return the ids of all formats, sorted. Imports none of them."""
    return tuple(sorted(_FORMATS))


def formats(answer: type) -> tuple[str, ...]:
    """Return the ids of the formats that a kind of answer is written in, sorted."""
    return tuple(id for id in ids() if answer in _FORMATS[id])


def write(id: str, answer: Answer, stream: TextIO, look: Look, *, target: str, version: str) -> None:
    """Write an answer about a target in a format, importing only that. Raises `NotInThisFormat`."""
    if id not in formats(type(answer)):
        raise NotInThisFormat(id, type(answer))
    format = import_module(f"{__name__}.{id}")
    if id == "terminal":
        format.write(answer, stream, width=look.width, color=look.color, verbose=look.verbose, base=look.base)
    elif id == "json":
        format.write(answer, target, version, stream)
    elif id == "markdown":
        format.write(answer, stream, base=look.base)
    else:
        format.write(answer, stream, version, base=look.base)
