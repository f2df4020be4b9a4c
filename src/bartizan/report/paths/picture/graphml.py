"""GraphML: read by Gephi, yEd, Cytoscape and networkx. Several lines between the same two nodes are kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from bartizan.core.attack import Node, Picture
from bartizan.report.attack.words import certainty, matters, spot
from bartizan.report.escape import xml
from bartizan.report.output import emit
from bartizan.report.paths.picture import PictureFormat

OF_NODES = (
    ("name", "string"),
    ("kind", "string"),
    ("place", "string"),
    ("matters", "string"),
    ("source", "boolean"),
)
OF_LINES = (("label", "string"), ("step", "string"), ("certainty", "string"))


def write(picture: Picture, stream: TextIO) -> None:
    """Write a directed graph; nodes that only a line names are written with their id alone."""
    emit(stream, _document(picture))


def _document(picture: Picture) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name, type in OF_NODES:
        yield f'  <key id="{name}" for="node" attr.name="{name}" attr.type="{type}"/>\n'
    for name, type in OF_LINES:
        yield f'  <key id="{name}" for="edge" attr.name="{name}" attr.type="{type}"/>\n'
    yield f'  <graph id="{xml(picture.target)}" edgedefault="directed">\n'
    known = set[str]()
    for node in picture.nodes:
        if node.id not in known:  # readers take a second node of the same id for another value of the first
            known.add(node.id)
            yield _node(node, picture)
    for number, line in enumerate(picture.lines):
        for end in (line.start, line.end):
            if end not in known:
                known.add(end)
                yield _node(Node(id=end, name=end, kind=""), picture)
        yield (
            f'    <edge id="e{number}" source="{xml(line.start)}" target="{xml(line.end)}">'
            f'<data key="label">{xml(line.label)}</data><data key="step">{xml(line.step)}</data>'
            f'<data key="certainty">{certainty(line.truth)}</data></edge>\n'
        )
    yield "  </graph>\n</graphml>\n"


def _node(node: Node, picture: Picture) -> str:
    values = {
        "name": xml(node.name),
        "kind": xml(node.kind),
        "place": xml(spot(node.place)),
        "matters": xml(matters(picture.goals.get(node.id, ()))),
        "source": "true" if node.id in picture.sources else "false",
    }
    data = "".join(f'<data key="{key}">{value}</data>' for key, value in values.items())
    return f'    <node id="{xml(node.id)}">{data}</node>\n'


FORMAT = PictureFormat(id="graphml", title="GraphML", write=write)
