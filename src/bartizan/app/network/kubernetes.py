"""Placeholder until the engine is there."""

from bartizan.graph.graph import Graph
from bartizan.paths.reaching import Reaching, Unconnected


def network(graph: Graph) -> Reaching:
    """Return the network of a graph."""
    return Unconnected()
