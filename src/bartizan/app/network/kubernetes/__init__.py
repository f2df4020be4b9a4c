"""The networks of clusters: what the graph declares of them, as the engine is given it, and what it tells in return."""

from __future__ import annotations

from bartizan.app.identity.kubernetes.realms import realms
from bartizan.app.network.kubernetes.fronts import fronts
from bartizan.app.network.kubernetes.pods import placed
from bartizan.app.network.kubernetes.policies import policies
from bartizan.app.network.kubernetes.selecting import Selecting
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.content.kinds.kubernetes.gateway import Gateway, Route
from bartizan.content.kinds.kubernetes.service import Ingress, Service
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.reach import INTERNET
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.network.kubernetes.cluster import Cluster
from bartizan.network.kubernetes.estate import Estate

KINDS: tuple[type[Endpoint], ...] = (Workload, Service, Ingress, Gateway, Route)
"""What the network of a cluster can tell of who reaches it."""


def network(graph: Graph) -> Cluster:
    """Return the network of all clusters of a graph."""
    known = realms(graph.assets)
    there = placed(graph, known)
    selecting = Selecting(graph, there, known)
    pods, leading, further = fronts(graph, there, known)
    limits = policies(graph, selecting, known)
    return Cluster(Estate(pods=pods, policies=limits, fronts=leading, further=further, apart=known.apart))


def told(graph: Graph, network: Cluster) -> None:
    """Tell workloads, services, ingresses, gateways and routes whether the Internet reaches them, and how.

    To be called once all is joined; what a source told already is left.
    """
    for kind in KINDS:
        for asset in graph.of(kind):
            if "exposed" in asset.values and "exposed_by" in asset.values:
                continue
            found = network.reach(INTERNET, asset.id)
            seen = {Truth.YES: True, Truth.NO: False}.get(found.truth, Unknown(found.why))
            via = found.passages[0].via if found.passages else ()
            says = "; ".join(f"{each.asset} {each.says}".strip() for each in via)
            asset.values.setdefault("exposed", seen)
            asset.values.setdefault("exposed_by", seen if isinstance(seen, Unknown) else says or None)


__all__ = ["KINDS", "network", "told"]
