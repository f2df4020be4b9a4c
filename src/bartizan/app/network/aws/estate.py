"""Makes the AWS network estate of a graph."""

from __future__ import annotations

from bartizan.app.network.aws.groups import Groups
from bartizan.app.network.aws.nets import Nets
from bartizan.app.network.aws.relays import Relays
from bartizan.app.network.aws.things import Things
from bartizan.graph.graph import Graph
from bartizan.network.aws.estate import Estate


def estate(graph: Graph) -> Estate:
    """Return the AWS network estate of a graph; ids are those of its assets."""
    nets = Nets(graph)
    groups = Groups(graph, nets)
    subnets = nets.subnets()
    things = Things(graph, nets, groups, subnets)
    relays = Relays(graph, things)
    return Estate(
        subnets=subnets,
        tables=nets.tables(),
        acls=nets.acls(),
        groups=groups.all(),
        things=things.all(),
        doors=relays.doors(),
        leads=relays.leads(),
        peerings=nets.peerings(),
        transits=nets.transits(),
    )
