"""Mermaid: drawn by GitHub, GitLab and many editors where a Markdown file holds it. What matters is a double box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from bartizan.core.attack import Node, Picture
from bartizan.core.truth import Truth
from bartizan.report.attack.words import matters, name
from bartizan.report.escape import visible
from bartizan.report.output import emit
from bartizan.report.paths.picture import PictureFormat
from bartizan.report.phrase import cut

LONGEST = 120
_HARMLESS = re.compile(r"[^A-Za-z0-9 ._:/-]")


def write(picture: Picture, stream: TextIO) -> None:
    """Write a flow chart from left to right; nodes are called n0, n1 ..., so that no id is a word of Mermaid."""
    emit(stream, _document(picture))


def _document(picture: Picture) -> Iterator[str]:
    yield "flowchart LR\n"
    numbers: dict[str, int] = {}
    for node in picture.nodes:
        if node.id not in numbers:
            yield _node(numbers.setdefault(node.id, len(numbers)), node, picture)
    for line in picture.lines:
        for end in (line.start, line.end):
            if end not in numbers:
                yield _node(numbers.setdefault(end, len(numbers)), Node(id=end, name=end, kind=""), picture)
        arrow = "-->" if line.truth is Truth.YES else "-.->"
        label = f'|"{escaped(line.label)}"|' if line.label else ""
        yield f"  n{numbers[line.start]} {arrow}{label} n{numbers[line.end]}\n"


def _node(number: int, node: Node, picture: Picture) -> str:
    why = matters(picture.goals.get(node.id, ()))
    below = why or node.kind
    text = escaped(name(node)) + (f"<br/>{escaped(below)}" if below else "")
    if node.id in picture.goals:
        return f'  n{number}[["{text}"]]\n'
    return f'  n{number}(["{text}"])\n' if node.id in picture.sources else f'  n{number}("{text}")\n'


def escaped(text: str) -> str:
    """Return a text in which every character that means something to Mermaid or HTML is an entity: `#35;`."""
    return _HARMLESS.sub(lambda match: f"#{ord(match[0])};", visible(cut(text, LONGEST)))


FORMAT = PictureFormat(id="mermaid", title="Mermaid flow chart", write=write)
