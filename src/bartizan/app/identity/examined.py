"""Tells identities and policies what only all of them together show: routes to every right, and what documents mean.

Called once all is read and before rules are judged, for these attributes are read by every source as unseen until then.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from bartizan.app.identity.aws.documents import look_into
from bartizan.app.identity.escalation import look_for_routes
from bartizan.content.kinds.identity import Actor
from bartizan.graph.graph import Graph


def examine(graph: Graph, trusted_accounts: Collection[str], today: date) -> None:
    """Fill the derived attributes of identities, policies and what policies govern."""
    if any(graph.kinds(Actor)):
        look_for_routes(graph)
    if any(kind.kind.startswith("aws.") for kind in graph.by_kind):
        look_into(graph, trusted_accounts, today)
