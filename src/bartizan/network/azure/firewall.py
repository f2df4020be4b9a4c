"""Security groups and route tables of Azure as tables of ranked rules, with what the platform adds to them.

Evaluation: learn.microsoft.com/azure/virtual-network/network-security-groups-overview ("Security rules", "Default
security rules"), service-tags-overview, virtual-networks-udr-overview ("How Azure selects a route").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bartizan.core.truth import Truth
from bartizan.network.azure.estate import Network, Route, RouteTable, SecurityGroup, SecurityRule
from bartizan.network.ranked.estate import Rule, Some, Table
from bartizan.network.ranked.reach import PRIVATE, PUBLIC
from bartizan.network.space import (
    ANY_PORT,
    EVERYWHERE,
    NOTHING,
    Between,
    Ints,
    addresses,
    known,
    perhaps,
    ports,
    protocol,
    said,
    service,
)

PROBES, _ = addresses("168.63.129.16/32")
"""Where the health probes of load balancers come from."""
EVERYONE = frozenset({"*", "any", ""})
NO_ADDRESSES = known(NOTHING)


def security(group: SecurityGroup, inbound: bool, network: str, networks: Mapping[str, Network]) -> Table:
    """Return a security group in one direction, as it counts in a virtual network, its default rules included."""
    wanted = Truth.YES if inbound else Truth.NO
    rules = [_rule(each, wanted, network, networks) for each in group.rules if each.inbound in (wanted, Truth.UNKNOWN)]
    return Table(
        id=group.id,
        rules=(*(rule for rule in rules if rule is not None), *defaults(inbound, network, networks)),
        more=group.more,
        says="lets through nothing else",
        place=group.place,
    )


def defaults(inbound: bool, network: str, networks: Mapping[str, Network]) -> tuple[Rule, ...]:
    """Return the rules that every security group has (priorities 65000, 65001 and 65500)."""
    within = tagged("virtualnetwork", network, networks)
    own, own_groups, unseen = within
    way = "in" if inbound else "out"
    return (
        Rule(
            id="",
            says=f"AllowVnet{way.capitalize()}Bound lets the virtual network {way} (priority 65000)",
            order=65000,
            peers=own,
            peer_groups=own_groups,
            unseen_peers=unseen,
        ),
        Rule(
            id="",
            says="AllowAzureLoadBalancerInBound lets health probes in (priority 65001)"
            if inbound
            else "AllowInternetOutBound lets everything out to the Internet (priority 65001)",
            order=65001,
            peers=known(PROBES if inbound else PUBLIC),
        ),
        Rule(
            id="",
            says=f"DenyAll{way.capitalize()}Bound stops what no other rule lets {way} (priority 65500)",
            order=65500,
            allows=Truth.NO,
        ),
    )


def tagged(text: str, network: str, networks: Mapping[str, Network]) -> tuple[Between[Ints], frozenset[str], str]:
    """Return what a prefix of a rule stands for: addresses, groups, and why it may stand for more."""
    word = text.strip().lower()
    if word in EVERYONE:
        return known(EVERYWHERE), frozenset(), ""
    if word == "internet":
        return known(PUBLIC), frozenset(), ""
    if word == "azureloadbalancer":
        return known(PROBES), frozenset(), ""
    if word == "virtualnetwork":
        return _spaces(network, networks)
    found, problem = addresses(word)
    if not problem:
        return known(found), frozenset(), ""
    if word[:1].isdigit() or ":" in word:
        return NO_ADDRESSES, frozenset(), problem
    return perhaps(PUBLIC, f"the addresses of the service tag {text} are not known"), frozenset({f"tag:{word}"}), ""


def _spaces(network: str, networks: Mapping[str, Network]) -> tuple[Between[Ints], frozenset[str], str]:
    """Return a virtual network with those that it is peered with."""
    own = networks.get(network)
    if own is None:
        return perhaps(PRIVATE, "its virtual network was not read"), frozenset({f"vnet:{network}"}), ""
    members = [own, *(networks[peer] for peer in sorted(own.peers) if peer in networks)]
    found = NO_ADDRESSES
    for member in members:
        for text in sorted(member.addresses.known):
            found = found | known(addresses(text)[0])
    return found, frozenset(f"vnet:{member.id}" for member in members), ""


def _rule(each: SecurityRule, wanted: Truth, network: str, networks: Mapping[str, Network]) -> Rule | None:
    inbound = wanted is Truth.YES
    if each.allows is Truth.NO and _chosen(each.source_ports):
        return None
    sources = _side(each.sources, each.source_groups, network, networks)
    destinations = _side(each.destinations, each.destination_groups, network, networks)
    peers, own = (sources, destinations) if inbound else (destinations, sources)
    services = _services(each.protocol, each.ports)
    return Rule(
        id=each.id,
        says=_says(each, inbound),
        order=None if each.inbound is Truth.UNKNOWN else each.priority,
        allows=each.allows,
        services=services,
        peers=peers[0],
        peer_groups=peers[1],
        unseen_peers=peers[2],
        own=own[0],
        own_groups=own[1],
        unseen_own=own[2],
        place=each.place,
    )


def _chosen(source_ports: Some) -> bool:
    """Tell whether a rule is about some source ports only: whoever connects chooses another one."""
    return bool(source_ports.known) and not source_ports.known & {"*", "0-65535"} and not source_ports.more


def _side(
    prefixes: Some, groups: Some, network: str, networks: Mapping[str, Network]
) -> tuple[Between[Ints], frozenset[str], str]:
    found, named = NO_ADDRESSES, {f"asg:{each}" for each in groups.known}
    unseen = prefixes.more or groups.more
    for text in sorted(prefixes.known):
        some, more, problem = tagged(text, network, networks)
        found, named, unseen = found | some, named | more, unseen or problem
    return found, frozenset(named), unseen


def _services(written: str | None, some: Some) -> Between[Ints]:
    if written is None:
        return perhaps(service(None), "its protocol is not known")
    number, problem = protocol(written)
    if problem:
        return perhaps(service(None), problem)
    found, unseen = NOTHING, some.more
    for text in sorted(some.known):
        more, wrong = ports(text)
        found, unseen = found | more, unseen or wrong
    sure = service(number, found) if found else NOTHING
    return Between(sure, service(number, ANY_PORT), (unseen,)) if unseen else known(sure)


def _says(rule: SecurityRule, inbound: bool) -> str:
    verb = {Truth.YES: "allows", Truth.NO: "denies", Truth.UNKNOWN: "allows or denies"}[rule.allows]
    side = rule.sources if inbound else rule.destinations
    groups = rule.source_groups if inbound else rule.destination_groups
    who = ", ".join([*sorted(side.known), *sorted(groups.known)][:4]) or "what was not read"
    what = said(_services(rule.protocol, rule.ports).possible)
    rank = "?" if rule.priority is None else f"{rule.priority:g}"
    return f"{verb} {what} {'from' if inbound else 'to'} {who} (priority {rank})"


HOPS = {"internet": Truth.YES, "vnetlocal": Truth.YES, "none": Truth.NO}
"""What becomes of packets that a route sends there; of others it is not known."""


def routes(tables: Sequence[RouteTable], network: str, networks: Mapping[str, Network]) -> Table:
    """Return the routes of a subnet: the longest prefix decides, and those of the customer before those of Azure."""
    rules = [rule for table in tables for route in table.routes for rule in _route(route)]
    spaces, groups, _ = _spaces(network, networks)
    rules += [
        Rule(id="", says="is routed within the virtual network", order=-2 * _length(each), peers=known(Ints((each,))))
        for each in spaces.certain.spans
    ]
    if not spaces.certain and network in networks:
        rules.append(Rule(id="", says="is routed within the virtual network", peers=NO_ADDRESSES, peer_groups=groups))
    named = tables[0].id if tables else ""
    return Table(id=named, rules=tuple(rules), otherwise=Truth.YES, says="is routed to the Internet")


def _route(route: Route) -> Iterator[Rule]:
    hop = route.next_hop
    allows = HOPS.get(hop or "", Truth.UNKNOWN)
    says = f"routes {route.prefix or 'what is not known'} to {hop or 'what is not known'}"
    if route.prefix is None:
        yield Rule(id=route.id, says=says, order=None, allows=allows, place=route.place)
        return
    found, problem = addresses(route.prefix)
    if problem:
        peers = perhaps(PUBLIC, f"the addresses of {route.prefix} are not known")
        yield Rule(id=route.id, says=says, order=-1, allows=allows, peers=peers, place=route.place)
        return
    order = -2 * _length(found.spans[0]) - 1
    yield Rule(id=route.id, says=says, order=order, allows=allows, peers=known(found), place=route.place)


def _length(span: tuple[int, int]) -> int:
    """Return the length of a prefix that has as many addresses."""
    size = (span[1] - span[0] + 1).bit_length() - 1
    return (32 if span[1] < 1 << 33 else 128) - size
