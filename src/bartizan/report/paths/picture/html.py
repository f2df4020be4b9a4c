"""A page with a graph drawn in layers, as SVG: all of a small graph, of a large one what is nearest to what matters."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import TextIO

from bartizan.core.attack import Line, Node, Picture
from bartizan.core.truth import Truth
from bartizan.report.attack.words import certainty, matters, name, spot
from bartizan.report.escape import html
from bartizan.report.output import emit
from bartizan.report.page.chart import LOGO
from bartizan.report.page.document import document
from bartizan.report.page.drawing import Arrow, Shape, draw
from bartizan.report.page.ledger import table
from bartizan.report.paths.picture import PictureFormat
from bartizan.report.phrase import count

MOST_NODES = 150
MOST_LINES = 400
MOST_ROWS = 2000


def write(picture: Picture, stream: TextIO) -> None:
    """Write a page."""
    emit(stream, document(f"Bartizan: {picture.target}", _body(picture)))


def _body(picture: Picture) -> Iterator[str]:
    nodes = {node.id: node for node in picture.nodes}
    kept = chosen(picture, nodes)
    lines = list(islice((line for line in picture.lines if line.start in kept and line.end in kept), MOST_LINES))
    size = f"{count(len(nodes), 'node')}, {count(len(picture.lines), 'edge')}"
    yield f'<header><div class="brand">{LOGO}<span>Bartizan</span></div><h1>{size}</h1>'
    yield f'<p class="target">in <code>{html(picture.target)}</code></p></header>\n<main>\n'
    yield '<section id="graph"><h2>Graph</h2>'
    if len(kept) < len(nodes) or len(lines) < len(picture.lines):
        yield f"<p>{len(kept):,} of {count(len(nodes), 'node')} and {len(lines):,} of "
        yield f"{count(len(picture.lines), 'edge')} "
        yield "are drawn: sources, what matters, and what lies nearest to them. GraphML and JSON hold all.</p>"
    shapes = [_shape(nodes[id], picture) for id in kept]
    yield f"<figure>{draw(shapes, [_arrow(line) for line in lines], size)}</figure></section>"
    yield '<section id="nodes"><h2>Nodes</h2>'
    rows = (_row(nodes[id], picture) for id in islice(nodes, MOST_ROWS))
    yield table(("name", "kind", "matters as", "place", "id"), rows)
    if len(nodes) > MOST_ROWS:
        yield f'<p class="none">{len(nodes) - MOST_ROWS:,} more are not listed here.</p>'
    yield '</section>\n<section id="edges"><h2>Edges</h2>'
    yield table(("from", "to", "how", "certainty"), (_edge(line, nodes) for line in picture.lines[:MOST_ROWS]))
    if len(picture.lines) > MOST_ROWS:
        yield f'<p class="none">{len(picture.lines) - MOST_ROWS:,} more are not listed here.</p>'
    yield "</section>\n</main>\n"


def chosen(picture: Picture, nodes: dict[str, Node]) -> list[str]:
    """Return the ids of the nodes to draw: all where there are few, else breadth first from sources and goals."""
    if len(nodes) <= MOST_NODES:
        return list(nodes)
    beside: dict[str, list[str]] = {}
    for line in picture.lines:
        beside.setdefault(line.start, []).append(line.end)
        beside.setdefault(line.end, []).append(line.start)
    kept: dict[str, None] = {}
    for seeds in ((*sorted(picture.sources), *picture.goals), nodes):
        waiting = deque(seeds)
        while waiting and len(kept) < MOST_NODES:
            id = waiting.popleft()
            if id in nodes and id not in kept:
                kept[id] = None
                waiting.extend(one for one in beside.get(id, ()) if one not in kept)
    return list(kept)


def _shape(node: Node, picture: Picture) -> Shape:
    why = matters(picture.goals.get(node.id, ()))
    return Shape(
        id=node.id,
        title=name(node),
        below=(why or node.kind,),
        tip="; ".join(part for part in (name(node), node.id, node.kind, why, spot(node.place)) if part),
        source=node.id in picture.sources,
        goal=node.id in picture.goals,
    )


def _arrow(line: Line) -> Arrow:
    return Arrow(start=line.start, end=line.end, label=line.label, possible=line.truth is not Truth.YES)


def _row(node: Node, picture: Picture) -> str:
    return (
        f"<td>{html(name(node))}</td><td>{html(node.kind)}</td>"
        f"<td>{html(matters(picture.goals.get(node.id, ())))}</td>"
        f"<td><code>{html(spot(node.place))}</code></td><td><code>{html(node.id)}</code></td>"
    )


def _edge(line: Line, nodes: dict[str, Node]) -> str:
    start, end = (html(name(nodes[id])) if id in nodes else html(id) for id in (line.start, line.end))
    return f"<td>{start}</td><td>{end}</td><td>{html(line.label)}</td><td>{certainty(line.truth)}</td>"


FORMAT = PictureFormat(id="html", title="HTML page with the graph drawn", write=write)
