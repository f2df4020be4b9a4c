"""Output formats: what every one of them offers, and how a reader wants it to look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from bartizan.core.finding import Verdict
from bartizan.core.report import Report

BATCH = 1000
"""Pieces joined before each write: few system calls, and never the whole report twice in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a report is to look, and what of it is wanted."""

    color: bool = False
    width: int = 100
    """Columns of the terminal."""
    root: Path | None = None
    """The scanned root, to read source lines for code frames; without it there are none."""
    verbose: bool = False
    """List everything, however long."""
    show: frozenset[Verdict] = frozenset({Verdict.FAIL})
    """Verdicts that are listed one by one."""
    base: str = ""
    """Put before each path, to lead from where the reader stands to the scanned root: `infra/` or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFormat:
    """One way to write a report. The module that declares it is named like its id."""

    id: str
    title: str
    extensions: tuple[str, ...]
    """Usual ends of file names, without the leading dot, the usual one first."""
    write: Callable[[Report, TextIO, Look], None]
    """Raises nothing of its own; what the stream raises passes through."""


def emit(stream: TextIO, pieces: Iterable[str]) -> None:
    """Write text; characters the stream's encoding does not have are written as escapes."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    batch: list[str] = []
    for piece in pieces:
        batch.append(piece)
        if len(batch) >= BATCH:
            stream.write(_encodable("".join(batch), encoding))
            batch.clear()
    stream.write(_encodable("".join(batch), encoding))


def _encodable(text: str, encoding: str) -> str:
    return text.encode(encoding, "backslashreplace").decode(encoding)
