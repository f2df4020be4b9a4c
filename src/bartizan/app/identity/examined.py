"""Tells identities and policies what only all of them together show: routes to every right, and what documents mean.

Called once all is read and before rules are judged, for these attributes are read by every source as unseen until then.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from bartizan.app.identity.aws.documents import look_into
from bartizan.app.identity.escalation import look_for_routes
from bartizan.content.kinds.identity import Actor
from bartizan.graph.graph import Graph
from bartizan.paths.moves import Moves


def examine(graph: Graph, trusted_accounts: Collection[str], today: date, moves: Sequence[Moves] | None = None) -> None:
    """Fill the derived attributes of identities, policies and what policies govern.

    `moves`: where every step leads, where that is known already.
    """
    if any(graph.kinds(Actor)):
        look_for_routes(graph, moves)
    if any(kind.kind.startswith("aws.") for kind in graph.by_kind):
        look_into(graph, trusted_accounts, today)
