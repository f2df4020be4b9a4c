"""Random graphs as arrays, and the same for networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import strategies as st

from bartizan.paths.arrays import Arrays, EdgeList
from bartizan.paths.ids import of_texts

Edge = tuple[int, int, int, int]
"""From, to, weight in thousandths, and truth."""


def arrays(size: int, edges: list[Edge], named: int | None = None) -> Arrays:
    """Return a graph each edge of which is a move."""
    columns = np.array(edges, np.int64).reshape(len(edges), 4).T
    made = EdgeList(
        start=columns[0],
        end=columns[1],
        weight=columns[2],
        truth=columns[3].astype(np.int8),
        step=np.zeros(len(edges), np.int16),
    )
    count = size if named is None else named
    return made.arrays(of_texts([f"n{number}" for number in range(count)]), ("step",), size)[0]


def directed(size: int, edges: list[Edge], certain: bool) -> nx.DiGraph[int]:
    """Return the same graph; of parallel edges the lightest."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(size))
    for start, end, weight, truth in edges:
        if truth > 0 or not certain:
            known = graph.get_edge_data(start, end, {"weight": weight})["weight"]
            graph.add_edge(start, end, weight=min(weight, known))
    return graph


@st.composite
def graphs(draw: st.DrawFn, most: int = 12, factor: int = 3) -> tuple[int, list[Edge]]:
    """Draw a graph: loops, parallel edges, cycles and parts that hang on nothing included."""
    size = draw(st.integers(1, most))
    node = st.integers(0, size - 1)
    edge = st.tuples(node, node, st.sampled_from([0, 0, 200, 1000, 1500]), st.sampled_from([1, 1, 1, 0]))
    return size, draw(st.lists(edge, max_size=factor * size))
