"""The network of the Azure part of a graph: its estate is made of what was read, and asked by the engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.app.network.azure_services import opened, services
from bartizan.app.network.seen import certain, elsewhere, first, here, number, some, text
from bartizan.content.kinds.azure.aks_cluster import NodePool
from bartizan.content.kinds.azure.app_web import App
from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.content.kinds.azure.container_group import ContainerApp, ContainerEnvironment, ContainerGroup
from bartizan.content.kinds.azure.network_gateway import ApplicationGateway, FrontDoor, FrontDoorOrigin
from bartizan.content.kinds.azure.network_interface import Interface as InterfaceAsset
from bartizan.content.kinds.azure.network_load_balancer import BalancerRule as BalancerRuleAsset
from bartizan.content.kinds.azure.network_load_balancer import LoadBalancer
from bartizan.content.kinds.azure.network_public_ip import PublicIp
from bartizan.content.kinds.azure.network_route_table import Firewall, Peering
from bartizan.content.kinds.azure.network_route_table import Route as RouteAsset
from bartizan.content.kinds.azure.network_security_group import SecurityGroup as GroupAsset
from bartizan.content.kinds.azure.network_security_group import SecurityRule as RuleAsset
from bartizan.content.kinds.azure.network_subnet import RouteTable as TableAsset
from bartizan.content.kinds.azure.network_subnet import Subnet as SubnetAsset
from bartizan.content.kinds.azure.network_subnet import VirtualNetwork
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.network.azure.doors import ranked_estate
from bartizan.network.azure.estate import (
    Balancer,
    BalancerRule,
    Estate,
    Gateway,
    Interface,
    Machine,
    Network,
    Route,
    RouteTable,
    SecurityGroup,
    SecurityRule,
    Subnet,
)
from bartizan.network.ranked.estate import UNSEEN, Some
from bartizan.network.ranked.reach import Ranked
from bartizan.network.space import ANY_SERVICE, Ints, ports, protocol, said, service
from bartizan.paths.reaching import Reaching

AKS = "the security group that AKS looks after lets nothing in from the Internet"
FRONT_DOOR = frozenset({"tag:azurefrontdoor.backend"})


def network(graph: Graph) -> Reaching:
    """Return the network of the Azure part of a graph."""
    return Ranked(ranked_estate(estate(graph)))


def estate(graph: Graph) -> Estate:
    """Return the estate of what was read."""
    subnets = {asset.id: _subnet(asset) for asset in graph.of(SubnetAsset)}
    subnets.update({subnet.id: subnet for subnet in _managed(graph)})
    return Estate(
        networks=_networks(graph, subnets),
        subnets=subnets,
        groups=_groups(graph),
        tables=_tables(graph),
        machines=tuple(_machines(graph)),
        balancers={asset.id: _balancer(asset, graph) for asset in graph.of(LoadBalancer)},
        balancer_rules=tuple(map(_balancer_rule, graph.of(BalancerRuleAsset))),
        gateways=tuple(_gateways(graph)),
        services=tuple(services(graph)),
        firewalls=frozenset(
            subnets[id].network for asset in graph.of(Firewall) for id in some(asset.subnets).known if id in subnets
        ),
    )


def _networks(graph: Graph, subnets: dict[str, Subnet]) -> dict[str, Network]:
    halves = {
        (first(peering.network), first(peering.remote))
        for peering in graph.of(Peering)
        if certain(peering.access) is not Truth.NO
    }
    found = {
        asset.id: Network(
            id=asset.id,
            addresses=some(asset.addresses),
            peers=frozenset(to for of, to in halves if of == asset.id and (to, of) in halves),
        )
        for asset in graph.of(VirtualNetwork)
    }
    made = {subnet.network for subnet in subnets.values() if subnet.network != UNSEEN}
    return {**{id: Network(id=id) for id in sorted(made)}, **found}


def _subnet(asset: SubnetAsset) -> Subnet:
    return Subnet(
        id=asset.id,
        network=first(asset.network) or UNSEEN,
        addresses=some(asset.addresses),
        groups=some(asset.security_group),
        tables=some(asset.route_table),
    )


def _managed(graph: Graph) -> Iterator[Subnet]:
    """Yield the networks that AKS makes for clusters that name none."""
    for cluster in sorted({first(pool.cluster) for pool in graph.of(NodePool) if not some(pool.subnets)} - {""}):
        yield Subnet(id=f"aks:{cluster}", network=f"aks:{cluster}")


def _groups(graph: Graph) -> dict[str, SecurityGroup]:
    of: dict[str, set[str]] = defaultdict(set)
    for group in graph.of(GroupAsset):
        of[group.id] |= some(group.rules).known
    listed = set().union(*of.values())
    astray = ""
    for rule in graph.of(RuleAsset):
        of[first(rule.group)].add(rule.id)
        if rule.id not in listed and not first(rule.group) and not elsewhere(rule.group):
            astray = f"{rule.id} may be part of it: {some(rule.group).more}"
    rules = {rule.id: _rule(rule) for rule in graph.of(RuleAsset)}
    return {
        group.id: SecurityGroup(
            id=group.id,
            rules=tuple(rules[id] for id in sorted(of[group.id]) if id in rules),
            more=some(group.rules).more or astray,
            place=group.place,
        )
        for group in graph.of(GroupAsset)
    }


def _rule(asset: RuleAsset) -> SecurityRule:
    return SecurityRule(
        id=asset.id,
        priority=number(asset.priority),
        inbound=certain(asset.inbound),
        allows=certain(asset.allows),
        protocol=text(asset.protocol),
        sources=some(asset.sources),
        source_ports=some(asset.source_ports),
        destinations=some(asset.destinations),
        ports=some(asset.ports),
        source_groups=some(asset.source_groups),
        destination_groups=some(asset.destination_groups),
        place=asset.place,
    )


def _tables(graph: Graph) -> dict[str, RouteTable]:
    routes: dict[str, list[Route]] = defaultdict(list)
    for route in graph.of(RouteAsset):
        made = Route(id=route.id, prefix=text(route.prefix), next_hop=text(route.next_hop), place=route.place)
        routes[first(route.table)].append(made)
    return {asset.id: RouteTable(id=asset.id, routes=tuple(routes[asset.id])) for asset in graph.of(TableAsset)}


def _machines(graph: Graph) -> Iterator[Machine]:
    for vm in graph.of(Vm):
        found = some(vm.interfaces)
        interfaces = [asset for id in sorted(found.known) if isinstance(asset := graph.get(id), InterfaceAsset)]
        yield Machine(id=vm.id, interfaces=tuple(_interface(asset, graph) for asset in interfaces), unseen=found.more)
    for pool in graph.of(NodePool):
        subnets = some(pool.subnets) or Some(frozenset({f"aks:{first(pool.cluster)}"}))
        interface = Interface(
            id=pool.id, subnets=subnets, public=certain(pool.public_ips), closed=AKS, place=pool.place
        )
        yield Machine(id=pool.id, interfaces=(interface,))
    for group in graph.of(ContainerGroup):
        if some(group.subnets):
            subnets = some(group.subnets)
            public = Truth.NO if subnets.known else min(certain(group.public), Truth.UNKNOWN)
            interface = Interface(id=group.id, subnets=subnets, public=public, place=group.place)
            yield Machine(id=group.id, interfaces=(interface,), listens=opened(some(group.ports)))
    for app in graph.of(App):
        if some(app.subnets).known:
            interface = Interface(id=app.id, subnets=some(app.subnets), place=app.place)
            yield Machine(id=app.id, interfaces=(interface,), answers=False)
    for runner in graph.of(ContainerApp):
        environment = graph.get(first(runner.environment))
        if isinstance(environment, ContainerEnvironment) and some(environment.subnets).known:
            interface = Interface(id=runner.id, subnets=some(environment.subnets), place=runner.place)
            yield Machine(id=runner.id, interfaces=(interface,), answers=False)


def _interface(asset: InterfaceAsset, graph: Graph) -> Interface:
    return Interface(
        id=asset.id,
        subnets=some(asset.subnets),
        groups=some(asset.security_group),
        application_groups=some(asset.groups),
        addresses=some(asset.addresses),
        public=certain(asset.public),
        sku=_sku(asset.public_ips, graph),
        pools=here(asset.pools),
        nat_rules=here(asset.nat_rules),
        gateways=here(asset.gateways),
        place=asset.place,
    )


def _sku(ips: object, graph: Graph) -> str | None:
    """Return the SKU of public addresses; None where it is not known or not the same."""
    found = {text(ip.sku) if isinstance(ip := graph.get(id), PublicIp) else None for id in some(ips).known}
    return found.pop() if len(found) == 1 else None


def _public(ips: object) -> Truth:
    """Tell whether there is a public address: a link that was read to nothing has none."""
    return Truth.YES if some(ips).known else Truth.UNKNOWN if isinstance(ips, Unknown) else Truth.NO


def _balancer(asset: LoadBalancer, graph: Graph) -> Balancer:
    return Balancer(
        id=asset.id,
        public=_public(asset.public_ips),
        sku=text(asset.sku) or _sku(asset.public_ips, graph),
        subnets=some(asset.subnets),
        place=asset.place,
    )


def _balancer_rule(asset: BalancerRuleAsset) -> BalancerRule:
    spoken, problem = protocol(text(asset.protocol) or "all")
    low, high, back = number(asset.first_port), number(asset.last_port), number(asset.backend_port)
    everything = low is None or high is None or back is None or bool(problem) or not low
    takes = ANY_SERVICE if everything else service(spoken, Ints.of([(int(low or 0), int(high or 0))]))
    gives = ANY_SERVICE if everything else service(spoken, Ints(((int(back or 0), int(back or 0)),)))
    return BalancerRule(
        id=asset.id,
        balancer=first(asset.balancer) or ("" if elsewhere(asset.balancer) else UNSEEN),
        takes=takes,
        gives=gives,
        pools=here(asset.pools),
        says=f"passes {said(takes)} on to {said(gives)}",
        place=asset.place,
    )


def _gateways(graph: Graph) -> Iterator[Gateway]:
    for asset in graph.of(ApplicationGateway):
        yield Gateway(
            id=asset.id,
            public=_public(asset.public_ips),
            takes=_tcp(some(asset.ports)),
            gives=_tcp(some(asset.backend_ports)),
            subnets=some(asset.subnets),
            hosts=some(asset.hosts).known,
            addresses=some(asset.backend_addresses),
            place=asset.place,
        )
    web = _tcp(Some(frozenset({"80", "443"})))
    for door in graph.of(FrontDoor):
        hosts = some(door.hosts).known
        yield Gateway(
            id=door.id, public=Truth.YES, takes=web, gives=web, hosts=hosts, groups=FRONT_DOOR, place=door.place
        )
    for origin in graph.of(FrontDoorOrigin):
        enabled = certain(origin.enabled)
        yield Gateway(
            id=origin.id,
            public=enabled,
            takes=web,
            gives=web,
            hosts=some(origin.hosts).known,
            groups=FRONT_DOOR,
            place=origin.place,
        )


def _tcp(written: Some) -> Ints:
    """Return TCP at some ports; at all, where some or none are known."""
    if written.more or not written.known:
        return service("tcp")
    return Ints.of(span for text in written.known for span in service("tcp", ports(text)[0]).spans)
