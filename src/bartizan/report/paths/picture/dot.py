"""DOT: the language of Graphviz. What matters has a double edge, what is only possible is dashed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from bartizan.core.attack import Node, Picture
from bartizan.core.truth import Truth
from bartizan.report.attack.words import matters, name
from bartizan.report.escape import visible
from bartizan.report.output import emit
from bartizan.report.paths.picture import PictureFormat


def write(picture: Picture, stream: TextIO) -> None:
    """Write a directed graph."""
    emit(stream, _document(picture))


def _document(picture: Picture) -> Iterator[str]:
    yield f"digraph {quoted(picture.target)} {{\n  rankdir=LR;\n  node [shape=box, style=rounded];\n"
    yield from (_node(node, picture) for node in picture.nodes)
    for line in picture.lines:
        style = "" if line.truth is Truth.YES else ", style=dashed"
        yield f"  {quoted(line.start)} -> {quoted(line.end)} [label={quoted(line.label)}{style}];\n"
    yield "}\n"


def _node(node: Node, picture: Picture) -> str:
    below = matters(picture.goals.get(node.id, ())) or node.kind
    label = f"{quoted(name(node))[:-1]}\\n{quoted(below)[1:]}" if below else quoted(name(node))
    more = ", peripheries=2" if node.id in picture.goals else ""
    more += ", shape=oval" if node.id in picture.sources else ""
    return f"  {quoted(node.id)} [label={label}{more}];\n"


def quoted(text: str) -> str:
    """Return a text in quotes, in which nothing is an escape of DOT."""
    escaped = visible(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


FORMAT = PictureFormat(id="dot", title="DOT, for Graphviz", write=write)
