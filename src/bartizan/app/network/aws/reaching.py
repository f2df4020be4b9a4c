"""The network of the AWS part of a graph."""

from __future__ import annotations

from bartizan.app.network.aws.estate import estate
from bartizan.graph.graph import Graph
from bartizan.network.aws.reaching import AwsReaching


def network(graph: Graph) -> AwsReaching:
    """Return the network of a graph."""
    return AwsReaching(estate(graph))
