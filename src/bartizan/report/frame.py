"""Frames: the few source lines around what decided a finding, read from the scanned root."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bartizan.core.finding import Finding
from bartizan.core.place import Place
from bartizan.report.escape import visible
from bartizan.report.phrase import cut, deciding
from bartizan.report.veil import VEIL, veil

LARGEST = 4 * 1024 * 1024
"""Bytes of a file beyond which no lines are shown of it."""
WIDEST = 160
"""Characters of a line that are shown."""
FILES_KEPT = 32
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


@dataclass(frozen=True, slots=True)
class Line:
    """One source line, fit to print: a single line without secrets and without control characters."""

    number: int
    text: str
    marked: bool
    """Whether the value that decided is written here."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Some lines of one file, in order; a number that is not the next one tells of lines left out."""

    file: str
    lines: tuple[Line, ...]


class Sources:
    """The files below a scanned root. Nothing outside of it is ever read, whatever links say."""

    def __init__(self, root: Path | None, veiled: Sequence[Place] = ()) -> None:
        self._root = _directory(root) if root is not None else None
        self._veiled = _starts(veiled)
        self._read = lru_cache(FILES_KEPT)(self._lines)

    def frame(self, finding: Finding) -> Frame | None:
        """Return the lines that show a finding, or None where they cannot be read."""
        decided = deciding(finding)
        lines = self._read(decided.file)
        chosen = _chosen(_head(finding, decided), decided.line, decided.end_line, len(lines))
        if not chosen:
            return None
        shown = (Line(number, self._shown(decided.file, lines, number), number == decided.line) for number in chosen)
        return Frame(decided.file, _without_indent(tuple(shown)))

    def _shown(self, file: str, lines: Sequence[str], number: int) -> str:
        before, line = lines[number - 2] if number > 1 else "", lines[number - 1].rstrip()
        start = self._veiled.get((file, number))
        text = veil(line[: WIDEST * 4], before) if start is None else line[:start][: WIDEST * 4] + VEIL
        return visible(cut(text.expandtabs(4), WIDEST))

    def _lines(self, file: str) -> Sequence[str]:
        if self._root is None:
            return ()
        try:
            path = (self._root / file).resolve()
            if not path.is_relative_to(self._root) or not path.is_file() or path.stat().st_size > LARGEST:
                return ()
            raw = path.read_bytes()
        except (OSError, ValueError):  # ValueError: a NUL in the name
            return ()
        encoding = next((name for bom, name in _BOMS.items() if raw.startswith(bom)), "utf-8")
        return raw.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _starts(veiled: Sequence[Place]) -> dict[tuple[str, int], int]:
    """Return, by file and line, how many characters stand before the first secret."""
    starts: dict[tuple[str, int], int] = {}
    for place in veiled:
        for line in range(place.line, max(place.line, place.end_line) + 1):
            start = place.column - 1 if line == place.line else 0
            starts[place.file, line] = min(start, starts.get((place.file, line), start))
    return starts


def _directory(root: Path) -> Path:
    resolved = root.resolve()
    return resolved.parent if resolved.is_file() else resolved


def _head(finding: Finding, decided: Place) -> int:
    """Return the line at which the asset or block starts that holds the deciding line; 0 when that is not known."""
    blocks = (evidence.place for evidence in finding.evidence if evidence.place)
    holding = [
        block.line for block in blocks if block.file == decided.file and block.line < decided.line <= block.end_line
    ]
    own = finding.place
    if own.file == decided.file and own.line < decided.line:
        holding.append(own.line)
    return min(holding, default=0)


def _chosen(head: int, line: int, end: int, length: int) -> list[int]:
    """Return the numbers of the lines to show: the head of the block, and the deciding line in its midst."""
    if not 1 <= line <= length:
        return []
    # Where a whole block decided, what it lacks is in none of its lines: its first ones tell which it is.
    wanted = {line, line + 1, line + 2} if end > line else {head, line - 1, line, line + 1}
    return sorted(number for number in wanted if 1 <= number <= length)


def _without_indent(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Take off the indent that all lines have in common, and blank lines at the end."""
    while lines and not lines[-1].text and not lines[-1].marked:
        lines = lines[:-1]
    indents = [len(line.text) - len(line.text.lstrip()) for line in lines if line.text]
    least = min(indents, default=0)
    return tuple(Line(line.number, line.text[least:], line.marked) for line in lines)
