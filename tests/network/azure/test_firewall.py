"""Security groups and routes of Azure against a model that asks rule by rule for one packet at a time."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Truth
from bartizan.network.azure.estate import Network, Route, RouteTable, SecurityGroup, SecurityRule
from bartizan.network.azure.firewall import routes, security, tagged
from bartizan.network.ranked.asking import passed
from bartizan.network.ranked.estate import End, Some
from bartizan.network.space import Ints, addresses, box, ports, service

NETWORKS = {
    "v": Network(id="v", addresses=Some(frozenset({"10.0.0.0/16"})), peers=frozenset({"w"})),
    "w": Network(id="w", addresses=Some(frozenset({"10.1.0.0/16"}))),
}
OWN, PEERS = "10.0.1.4", ("10.0.2.4", "10.1.0.4", "10.2.0.4", "168.63.129.16", "8.8.8.8", "203.0.113.7")
PREFIXES = (
    "*",
    "Internet",
    "VirtualNetwork",
    "AzureLoadBalancer",
    "10.0.2.0/24",
    "203.0.113.0/24",
    "8.8.8.8",
    "10.0.1.0/24",
)
PORTS = ("*", "22", "443", "400-500")


def some(*texts: str) -> Some:
    return Some(frozenset(texts))


rules = st.builds(
    SecurityRule,
    id=st.just("rule"),
    priority=st.integers(100, 4096).map(float),
    inbound=st.sampled_from([Truth.YES, Truth.NO]),
    allows=st.sampled_from([Truth.YES, Truth.NO]),
    protocol=st.sampled_from(["*", "tcp", "udp"]),
    sources=st.lists(st.sampled_from(PREFIXES), min_size=1, max_size=2).map(lambda texts: some(*texts)),
    destinations=st.lists(st.sampled_from(PREFIXES), min_size=1, max_size=2).map(lambda texts: some(*texts)),
    ports=st.lists(st.sampled_from(PORTS), min_size=1, max_size=2).map(lambda texts: some(*texts)),
)


def is_in(address: str, prefix: str) -> bool:
    """Tell whether an address is what a prefix stands for, as the page on service tags has it."""
    own = any(ip_address(address) in ip_network(text) for text in ("10.0.0.0/16", "10.1.0.0/16"))
    if prefix in ("*", "VirtualNetwork"):
        return prefix == "*" or own
    if prefix == "AzureLoadBalancer":
        return address == "168.63.129.16"
    if prefix == "Internet":
        return (not ip_address(address).is_private and address != "168.63.129.16") or address.startswith("203.")
    return ip_address(address) in ip_network(prefix)


def let_through(listed: list[SecurityRule], inbound: bool, peer: str, protocol: str, port: int) -> bool:
    """Ask the rules in the order of their priority, then the default ones."""
    source, destination = (peer, OWN) if inbound else (OWN, peer)
    for rule in sorted(listed, key=lambda rule: rule.priority or 0):
        about = rule.inbound is (Truth.YES if inbound else Truth.NO) and rule.protocol in ("*", protocol)
        about = about and any(is_in(source, each) for each in rule.sources.known)
        about = about and any(is_in(destination, each) for each in rule.destinations.known)
        if about and any(port in ports(each)[0] for each in rule.ports.known):
            return rule.allows is Truth.YES
    if is_in(peer, "VirtualNetwork"):
        return True
    return peer == "168.63.129.16" if inbound else is_in(peer, "Internet")


@given(
    st.lists(rules, max_size=6, unique_by=lambda rule: rule.priority),
    st.booleans(),
    st.sampled_from(PEERS),
    st.sampled_from(["tcp", "udp"]),
    st.sampled_from([22, 443, 450, 3389]),
)
def test_a_group_lets_through_what_asking_rule_by_rule_lets_through(
    listed: list[SecurityRule], inbound: bool, peer: str, protocol: str, port: int
) -> None:
    table = security(SecurityGroup(id="group", rules=tuple(listed)), inbound, "v", NETWORKS)
    where, _ = addresses(peer)
    own = End(addresses=addresses(OWN)[0], groups=frozenset({"vnet:v"}))

    found = passed(table, own, End(addresses=where)).traffic

    packet = box(where, service(protocol, Ints(((port, port),))))
    assert found.certain.covers(packet) == let_through(listed, inbound, peer, protocol, port)
    assert found.possible.covers(packet) == found.certain.covers(packet)


HOPS = {"internet": True, "vnetlocal": True, "none": False}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.0.2.0/24", "8.0.0.0/8", "8.8.8.0/24"]),
            st.sampled_from(list(HOPS)),
        ),
        max_size=4,
        unique_by=lambda pair: pair[0],
    ),
    st.sampled_from(["10.0.2.4", "10.0.3.4", "8.8.8.8", "8.9.0.1", "1.1.1.1"]),
)
def test_the_longest_prefix_routes_and_the_customers_before_the_platforms(
    listed: list[tuple[str, str]], to: str
) -> None:
    made = tuple(Route(id=prefix, prefix=prefix, next_hop=hop) for prefix, hop in listed)
    table = routes([RouteTable(id="table", routes=made)], "v", NETWORKS)
    where, _ = addresses(to)

    found = passed(table, End(addresses=Ints()), End(addresses=where)).traffic

    system = [("0.0.0.0/0", True), ("10.0.0.0/16", True), ("10.1.0.0/16", True)]
    ranked = [(ip_network(text).prefixlen, 0, good) for text, good in system if ip_address(to) in ip_network(text)]
    ranked += [(ip_network(text).prefixlen, 1, HOPS[hop]) for text, hop in listed if ip_address(to) in ip_network(text)]
    assert bool(found.certain.at(where)) is max(ranked)[2]


@pytest.mark.parametrize("text", ["10.0.0.0/99", "300.1.1.1", "10.0.0.9-10.0.0.1"])
def test_a_prefix_that_is_none_says_so_and_stands_for_nobody(text: str) -> None:
    found, groups, problem = tagged(text, "v", NETWORKS)

    assert not found.possible
    assert not groups
    assert text in problem


@given(st.text(max_size=20))
def test_no_prefix_raises(text: str) -> None:
    found, _, _ = tagged(text, "v", NETWORKS)

    assert found.possible.covers(found.certain)


@given(st.lists(st.text(max_size=8), max_size=3), st.text(max_size=6), st.floats(allow_nan=False))
def test_no_rule_raises(texts: list[str], protocol: str, priority: float) -> None:
    rule = SecurityRule(
        id="rule",
        priority=priority,
        protocol=protocol,
        sources=some(*texts),
        destinations=some(*texts),
        ports=some(*texts),
        source_ports=some(*texts),
    )

    table = security(SecurityGroup(id="group", rules=(rule,)), True, "v", NETWORKS)

    assert passed(table, End(addresses=addresses(OWN)[0]), End(addresses=addresses("8.8.8.8")[0])).traffic.possible
