"""Places in source, and gaps: what was looked at and could not be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written."""

    file: str
    """Path relative to the scanned root, with forward slashes."""
    line: int = 1
    """Counted from 1, as is `column`."""
    column: int = 1
    end_line: int = 0
    """The last line, or 0 where only the start is known."""
    via: tuple[Place, ...] = ()
    """The module calls that led here, outermost first."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that should have been read and was not."""

    file: str
    """Path relative to the scanned root, a file or a directory."""
    why: str
    """What happened and, where there is one, the next step: a full sentence."""
    line: int = 0
    column: int = 0
    about: str = ""
    """The address of the block that is missing (a module call), empty when whole files are."""
