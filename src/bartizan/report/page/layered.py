"""Layered layouts: the boxes of a directed graph in columns from left to right, its lines bent around them.

After Sugiyama: cycles are cut, a box stands right of all that lead to it, long lines get a bend in every column
that they pass, columns are ordered by barycentres, and heights are the least squares that keep boxes apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 8
Edge = tuple[str, str]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Measures of a drawing, in pixels."""

    width: float = 176.0
    height: float = 50.0
    across: float = 132.0
    """Between columns, where labels stand."""
    apart: float = 26.0
    """Between boxes of a column."""
    bend: float = 12.0
    """Height that a line takes up in a column that it passes."""
    margin: float = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where everything stands."""

    width: float
    height: float
    boxes: Mapping[str, Point]
    """The upper left corner of each box."""
    lines: Mapping[Edge, Sequence[Point]]
    """Of each edge the start, its bends in each column, and the end."""


def layered(nodes: Sequence[str], edges: Sequence[Edge], sizes: Sizes) -> Layout:
    """Lay out a graph; edges from a node to itself, or to nodes that are not given, are left out."""
    known = set(nodes)
    wanted = list(dict.fromkeys(edge for edge in edges if edge[0] != edge[1] and known.issuperset(edge)))
    back = _backward(nodes, wanted)
    turned = {edge: (edge[1], edge[0]) if edge in back else edge for edge in wanted}
    ranks = _ranks(nodes, list(turned.values()))
    chains = {edge: _chain(edge, way, ranks) for edge, way in turned.items()}
    columns = _columns(nodes, ranks, chains)
    links = [pair for chain in chains.values() for pair in pairwise(chain)]
    _order(columns, links)
    heights = _heights(columns, links, known, sizes)
    top = min((heights[one] - _tall(one, known, sizes) / 2 for one in heights), default=0.0) - sizes.margin
    step = sizes.width + sizes.across
    boxes = {node: (sizes.margin + ranks[node] * step, heights[node] - sizes.height / 2 - top) for node in nodes}
    lines = {
        edge: _points(edge, chains[edge], boxes, {one: heights[one] - top for one in chains[edge]}, sizes)
        for edge in wanted
    }
    tall = max((heights[one] + _tall(one, known, sizes) / 2 for one in heights), default=0.0) - top + sizes.margin
    return Layout(
        width=2 * sizes.margin + len(columns) * step - sizes.across if columns else 2 * sizes.margin,
        height=tall,
        boxes=boxes,
        lines=lines,
    )


def _backward(nodes: Sequence[str], edges: Sequence[Edge]) -> set[Edge]:
    """Return the edges that close a cycle, met in depth-first order."""
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for start, end in edges:
        after[start].append(end)
    state: dict[str, int] = {}
    back: set[Edge] = set()
    for root in nodes:
        stack = [(root, iter(after[root]))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            node, left = stack[-1]
            following = next(left, None)
            if following is None:
                state[node] = 2
                stack.pop()
            elif following not in state:
                state[following] = 1
                stack.append((following, iter(after[following])))
            elif state[following] == 1:
                back.add((node, following))
    return back


def _ranks(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """Return the column of each node: the length of the longest way to it. There are no cycles any more."""
    after: dict[str, list[str]] = {node: [] for node in nodes}
    waiting = dict.fromkeys(nodes, 0)
    for start, end in edges:
        after[start].append(end)
        waiting[end] += 1
    ranks = dict.fromkeys(nodes, 0)
    ready = [node for node in nodes if not waiting[node]]
    for node in ready:
        for following in after[node]:
            ranks[following] = max(ranks[following], ranks[node] + 1)
            waiting[following] -= 1
            if not waiting[following]:
                ready.append(following)
    return ranks


def _chain(edge: Edge, way: Edge, ranks: Mapping[str, int]) -> list[str]:
    """Return what an edge goes through, from left to right: its ends, and a bend for each column between."""
    start, end = way
    bends = [f"{edge[0]}\0{edge[1]}\0{rank}" for rank in range(ranks[start] + 1, ranks[end])]
    return [start, *bends, end]


def _columns(nodes: Sequence[str], ranks: Mapping[str, int], chains: Mapping[Edge, list[str]]) -> list[list[str]]:
    columns: list[list[str]] = [[] for _ in range(max(ranks.values(), default=-1) + 1)]
    for node in nodes:
        columns[ranks[node]].append(node)
    for chain in chains.values():
        for offset, bend in enumerate(chain[1:-1], start=1):
            columns[ranks[chain[0]] + offset].append(bend)
    return columns


def _order(columns: list[list[str]], links: Sequence[Edge]) -> None:
    """Order each column by the mean position of its neighbours, forth and back; keep the order that crosses least."""
    before, after = _neighbours(links)
    best, fewest = [list(column) for column in columns], _crossings(columns, links)
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        towards = before if forth else after
        place = {node: float(at) for column in columns for at, node in enumerate(column)}
        for column in columns if forth else reversed(columns):
            column.sort(key=lambda node: _mean([place[one] for one in towards.get(node, ())], place[node]))
            place.update({node: float(at) for at, node in enumerate(column)})
        if (crossings := _crossings(columns, links)) < fewest:
            best, fewest = [list(column) for column in columns], crossings
    columns[:] = best


def _neighbours(links: Sequence[Edge]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for start, end in links:
        before.setdefault(end, []).append(start)
        after.setdefault(start, []).append(end)
    return before, after


def _crossings(columns: Sequence[Sequence[str]], links: Sequence[Edge]) -> int:
    place = {node: (rank, at) for rank, column in enumerate(columns) for at, node in enumerate(column)}
    spans: dict[int, list[tuple[int, int]]] = {}
    for start, end in links:
        spans.setdefault(place[start][0], []).append((place[start][1], place[end][1]))
    return sum(
        (a[0] - b[0]) * (a[1] - b[1]) < 0
        for pairs in spans.values()
        for at, a in enumerate(pairs)
        for b in pairs[at + 1 :]
    )


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _tall(node: str, known: set[str], sizes: Sizes) -> float:
    return sizes.height if node in known else sizes.bend


def _heights(
    columns: Sequence[Sequence[str]], links: Sequence[Edge], known: set[str], sizes: Sizes
) -> dict[str, float]:
    """Return the middle of each box and bend: near the mean of its neighbours, no two of a column too near."""
    before, after = _neighbours(links)
    heights: dict[str, float] = {}
    for column in columns:
        heights.update(dict(zip(column, spread([0.0] * len(column), _gaps(column, known, sizes)), strict=True)))
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        for column in columns if forth else reversed(columns):
            towards = before if forth else after
            aims = [_mean([heights[one] for one in towards.get(node, ())], heights[node]) for node in column]
            heights.update(dict(zip(column, spread(aims, _gaps(column, known, sizes)), strict=True)))
    return heights


def _gaps(column: Sequence[str], known: set[str], sizes: Sizes) -> list[float]:
    """Return how far apart the middles of neighbours in a column are, at the least."""
    return [(_tall(one, known, sizes) + _tall(two, known, sizes)) / 2 + sizes.apart for one, two in pairwise(column)]


def spread(aims: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Return places in order, as near to where they aim as the gaps between them allow.

    The least squares under these constraints: isotonic regression of the aims less the gaps before them,
    by pooling neighbours that are in each other's way.
    """
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, int]] = []
    for aim, offset in zip(aims, offsets, strict=False):
        mean, size = aim - offset, 1
        while pools and pools[-1][0] > mean:
            other, others = pools.pop()
            mean, size = (other * others + mean * size) / (others + size), others + size
        pools.append((mean, size))
    flat = [mean for mean, size in pools for _ in range(size)]
    return [mean + offset for mean, offset in zip(flat, offsets, strict=False)]


def _points(
    edge: Edge, chain: Sequence[str], boxes: Mapping[str, Point], heights: Mapping[str, float], sizes: Sizes
) -> list[Point]:
    """Return the way of an edge in its own direction: from the side of a box that faces the other."""
    left, right = boxes[chain[0]], boxes[chain[-1]]
    points = [(left[0] + sizes.width, heights[chain[0]])]
    step = sizes.width + sizes.across
    for number, bend in enumerate(chain[1:-1], start=1):
        start = left[0] + number * step
        points += [(start, heights[bend]), (start + sizes.width, heights[bend])]
    points.append((right[0], heights[chain[-1]]))
    return points if chain[0] == edge[0] else points[::-1]
