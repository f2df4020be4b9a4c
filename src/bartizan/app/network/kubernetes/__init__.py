"""The networks of clusters: what the graph declares of them, as the engine is given it."""

from __future__ import annotations

from bartizan.app.identity.kubernetes.realms import realms
from bartizan.app.network.kubernetes.fronts import fronts
from bartizan.app.network.kubernetes.pods import placed
from bartizan.app.network.kubernetes.policies import policies
from bartizan.app.network.kubernetes.selecting import Selecting
from bartizan.graph.graph import Graph
from bartizan.network.kubernetes.cluster import Cluster
from bartizan.network.kubernetes.estate import Estate


def network(graph: Graph) -> Cluster:
    """Return the network of all clusters of a graph."""
    known = realms(graph.assets)
    there = placed(graph, known)
    selecting = Selecting(graph, there, known)
    pods, leading, further = fronts(graph, there, known)
    limits = policies(graph, selecting, known)
    return Cluster(Estate(pods=pods, policies=limits, fronts=leading, further=further, apart=known.apart))
