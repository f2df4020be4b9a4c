"""JSON of a graph as nodes and links: what networkx calls node-link data, and d3 and others read as it is."""

from __future__ import annotations

from typing import TextIO

from bartizan.core.attack import Line, Node, Picture
from bartizan.report.attack.plain import place
from bartizan.report.attack.words import certainty
from bartizan.report.layout import Json, lay_out
from bartizan.report.output import emit
from bartizan.report.paths.picture import PictureFormat

SCHEMA_VERSION = "1"


def write(picture: Picture, stream: TextIO) -> None:
    """Write a graph, a node or a link on a line."""
    emit(stream, lay_out(document(picture), depth=2))
    stream.write("\n")


def document(picture: Picture) -> dict[str, Json]:
    """Return a graph as a JSON value; nodes and links come one by one."""
    return {
        "schema_version": SCHEMA_VERSION,
        "directed": True,
        "multigraph": True,
        "graph": {"target": picture.target},
        "nodes": (_node(node, picture) for node in picture.nodes),
        "edges": (_edge(number, line) for number, line in enumerate(picture.lines)),
    }


def _node(node: Node, picture: Picture) -> Json:
    return {
        "id": node.id,
        "name": node.name,
        "kind": node.kind,
        "place": place(node.place) if node.place else None,
        "matters": list(picture.goals.get(node.id, ())),
        "source": node.id in picture.sources,
    }


def _edge(number: int, line: Line) -> Json:
    return {
        "source": line.start,
        "target": line.end,
        "key": number,
        "label": line.label,
        "step": line.step or None,
        "certainty": certainty(line.truth),
    }


FORMAT = PictureFormat(id="json", title="JSON, nodes and edges", write=write)
