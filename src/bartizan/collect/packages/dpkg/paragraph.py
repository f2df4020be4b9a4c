"""Paragraphs of fields, the form of dpkg's and opkg's databases. Source: deb822(5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.collect.packages.system.report import bounded
from bartizan.core.place import Gap


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The fields between two empty lines."""

    line: int
    fields: dict[str, str]
    """By name in lower case; a folded field has its lines joined by line feeds."""


def paragraphs(file: str, text: str, gaps: list[Gap]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a file; a line that is none of a field is a gap, and the rest of its paragraph counts."""
    fields: dict[str, list[str]] = {}
    begun, last = 1, ""
    strange: list[Gap] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace():
            if fields:
                yield _paragraph(begun, fields)
            fields, begun, last = {}, number + 1, ""
        elif line[0] in " \t":
            if last:
                fields[last].append(line.strip())
        else:
            name, colon, value = line.partition(":")
            if colon and name and " " not in name:
                last = name.lower()
                fields.setdefault(last, [value.strip()])
            elif line[0] != "#":
                last = ""
                strange.append(Gap(file, "The line is no field of a package, and is passed over.", number))
    if fields:
        yield _paragraph(begun, fields)
    gaps.extend(bounded(file, strange))


def _paragraph(line: int, fields: dict[str, list[str]]) -> Paragraph:
    return Paragraph(line, {name: "\n".join(lines) for name, lines in fields.items()})
