"""Tells what takes part in networks whether the Internet reaches it, and how."""

from __future__ import annotations

from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.reach import INTERNET, Passage
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.paths.reaching import Reaching


def tell(graph: Graph, network: Reaching) -> None:
    """Fill `exposed` and `exposed_by` of every endpoint of which a network knows."""
    endpoints = list(graph.of(Endpoint))
    sources = network.sources()
    if not endpoints or INTERNET not in sources:
        return
    grid = network.grid([each.id for each in endpoints])
    truths = grid.truths[grid.rows[sources.index(INTERNET)], grid.columns]
    for endpoint, truth in zip(endpoints, truths.tolist(), strict=True):
        if truth == Truth.NO:
            endpoint.values.setdefault("exposed", False)
            endpoint.values.setdefault("exposed_by", None)
            continue
        reached = network.reach(INTERNET, endpoint.id)
        passage = max(reached.passages, key=lambda each: each.truth, default=None)
        if truth == Truth.YES and passage is not None:
            endpoint.values.setdefault("exposed", True)
            endpoint.values.setdefault("exposed_by", told(passage))
        else:
            doubt = Unknown(passage.unknowns[0] if passage and passage.unknowns else reached.why)
            endpoint.values.setdefault("exposed", doubt)
            endpoint.values.setdefault("exposed_by", doubt)


def told(passage: Passage) -> str:
    """Return a passage in one line: `tcp 80, 443 through shop/Service/web (listens on tcp 80)`."""
    ports = ", ".join(str(low) if low == high else f"{low}-{high}" for low, high in passage.ports)
    ways = "; ".join(f"{via.asset or 'the platform'} {via.says}" for via in passage.via)
    return f"{passage.protocol} {ports}".strip() + (f" through {ways}" if ways else "")
