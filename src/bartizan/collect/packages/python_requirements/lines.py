"""The lines of a requirement file: joined where they go on, with their options and the comments of who made it.

Source: the requirements file format page of pip's documentation; the annotations are those of `pip-compile`
and `uv pip compile`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_COMMENT = re.compile(r"(?:^|\s)#.*$")
_VIA = re.compile(r"#\s*via\b:?\s*(.*)$")
_MORE = re.compile(r"\s*#\s{2,}(\S.*)$")
_HASH = re.compile(r"--hash[=\s]\s*([A-Za-z0-9]+):([0-9A-Fa-f]+)")
_OPTION = re.compile(r"\s--?[A-Za-z]")
_INCLUDED = re.compile(r"(?:-([rce])\s*|--(requirement|constraint|editable)(?:\s+|=)\s*)(\S.*)$")
_KINDS = {"r": "requirement", "c": "constraint", "e": "editable"}


@dataclass(slots=True)
class Line:
    """One logical line."""

    text: str
    """Without comments and options."""
    number: int
    kind: str = "package"
    """`package`, `requirement`, `constraint`, `editable` or `option`."""
    hashes: tuple[str, ...] = ()
    via: list[str] = field(default_factory=list)
    """Who asks for it, where the file was compiled from others."""
    annotated: bool = False


def lines(text: str) -> Iterator[Line]:
    """Yield the logical lines of a file, but for empty ones."""
    last: Line | None = None
    within = False
    for number, raw in _joined(text):
        stripped = raw.strip()
        if stripped.startswith("#"):
            within = last is not None and _annotated(last, stripped, raw, within)
            continue
        within = False
        if not stripped:
            continue
        if last is not None:
            yield last
        last = _line(raw, number)
        if found := _VIA.search(raw):
            last.annotated = True
            last.via += [name.strip() for name in found[1].split(",") if name.strip()]
            within = True
    if last is not None:
        yield last


def _annotated(line: Line, comment: str, raw: str, within: bool) -> bool:
    """Take a comment for one on who asks for the package before it; return whether more of that may follow."""
    if found := _VIA.match(comment):
        line.annotated = True
        line.via += [name.strip() for name in found[1].split(",") if name.strip()]
        return True
    if within and (more := _MORE.match(raw)):
        line.via.append(more[1].strip())
        return True
    return False


def _joined(text: str) -> Iterator[tuple[int, str]]:
    """Yield lines with their number, those that end with a backslash joined with the next."""
    parts: list[str] = []
    start = 1
    for number, line in enumerate(text.splitlines(), 1):
        if not parts:
            start = number
        if line.endswith("\\") and not line.lstrip().startswith("#"):
            parts.append(line[:-1])
            continue
        if parts and line.lstrip().startswith("#"):
            yield start, " ".join(parts)
            yield number, line
        else:
            yield start, " ".join([*parts, line])
        parts = []
    if parts:
        yield start, " ".join(parts)


def _line(raw: str, number: int) -> Line:
    bare = _COMMENT.sub("", raw.strip()).strip()
    if "://" not in bare:
        bare = bare.partition("#")[0].strip()  # for pip this needs a space before it, and is an error without
    if found := _INCLUDED.match(bare):
        return Line(found[3].strip(), number, _KINDS.get(found[1] or "", found[2] or ""))
    if bare.startswith("-"):
        return Line(bare, number, "option")
    hashes = tuple(f"{found[1].lower()}:{found[2].lower()}" for found in _HASH.finditer(bare))
    option = _OPTION.search(bare)
    return Line(bare[: option.start()].strip() if option else bare, number, hashes=hashes)
