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
    tables, acls, around = nets.tables(), nets.acls(), groups.all()
    made = {id for id in (*subnets, *tables, *acls, *around) if graph.get(id) is None}
    return Estate(
        subnets=subnets,
        tables=tables,
        acls=acls,
        groups=around,
        things=things.all(),
        doors=relays.doors(),
        leads=relays.leads(),
        peerings=nets.peerings(),
        transits=nets.transits(),
        made=frozenset(made),
    )
