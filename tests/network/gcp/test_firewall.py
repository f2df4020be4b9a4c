"""Firewall rules and policies of Google Cloud against a model that asks rule by rule for one packet at a time."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Truth
from bartizan.network.gcp.estate import DEFAULT, FirewallRule, Network, Policy
from bartizan.network.gcp.firewall import FIRST, FOLDER, ORGANIZATION, table
from bartizan.network.ranked.asking import passed
from bartizan.network.ranked.estate import End, Some
from bartizan.network.space import Ints, addresses, box, ports, service

PEERS = ("10.0.0.4", "10.2.0.4", "8.8.8.8", "203.0.113.7")
RANGES = ("0.0.0.0/0", "10.0.0.0/8", "203.0.113.0/24", "8.8.8.8/32")
SERVICES = ("tcp:", "tcp:22,80-90", "udp:53", "all:", "6:443")
TAGS = ("web", "db")


def texts(values: Sequence[str], most: int = 2, least: int = 0) -> st.SearchStrategy[Some]:
    return st.frozensets(st.sampled_from(values), min_size=least, max_size=most).map(Some)


def rules(actions: Sequence[str]) -> st.SearchStrategy[FirewallRule]:
    return st.builds(
        FirewallRule,
        id=st.just("rule"),
        ingress=st.sampled_from([Truth.YES, Truth.NO]),
        priority=st.integers(0, 5).map(float),
        action=st.sampled_from(actions),
        enabled=st.sampled_from([Truth.YES, Truth.YES, Truth.NO]),
        services=texts(SERVICES, least=1),
        ranges=texts(RANGES),
        peer_tags=texts(TAGS, 1),
        target_tags=texts(TAGS, 1),
    )


plain, ruled = rules(["allow", "deny"]), rules(["allow", "deny", "goto_next"])


def about(rule: FirewallRule, ingress: bool, own: str, peer: str, tag: str, protocol: str, port: int) -> bool:
    """Tell whether a rule is about a packet, as the pages on firewall rules have it."""
    if rule.enabled is Truth.NO or rule.ingress is not (Truth.YES if ingress else Truth.NO):
        return False
    if rule.target_tags.known and own not in rule.target_tags.known:
        return False
    named = rule.ranges.known or rule.peer_tags.known
    near = any(ip_address(peer) in ip_network(text) for text in rule.ranges.known)
    near = near or (ingress and tag in rule.peer_tags.known)
    return (near or not named) and any(_spoken(text, protocol, port) for text in rule.services.known)


def _spoken(text: str, protocol: str, port: int) -> bool:
    name, _, listed = text.partition(":")
    if name not in ("all", protocol, {"tcp": "6", "udp": "17"}[protocol]):
        return False
    return not listed or any(port in ports(part)[0] for part in listed.split(","))


def decided(
    stages: Sequence[Sequence[FirewallRule]], ingress: bool, own: str, other: tuple[str, str], packet: tuple[str, int]
) -> bool:
    """Ask stage by stage, and in each rule by rule; among those of the same priority a denial comes first."""
    for listed in stages:
        for rule in sorted(listed, key=lambda rule: (rule.priority or 0, rule.action == "allow")):
            if about(rule, ingress, own, *other, *packet):
                if rule.action == "goto_next":
                    break
                return rule.action == "allow"
    return not ingress


@given(
    st.lists(plain, max_size=4),
    st.lists(ruled, max_size=3, unique_by=lambda rule: rule.priority),
    st.lists(ruled, max_size=3, unique_by=lambda rule: rule.priority),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["web", "db", ""]),
    st.sampled_from([(peer, tag) for peer in PEERS for tag in ("web", "")]),
    st.sampled_from([("tcp", 22), ("tcp", 443), ("tcp", 85), ("udp", 53), ("udp", 99)]),
)
def test_a_network_lets_through_what_asking_rule_by_rule_lets_through(
    own_rules: list[FirewallRule],
    network_policy: list[FirewallRule],
    organization: list[FirewallRule],
    first: bool,
    ingress: bool,
    own: str,
    other: tuple[str, str],
    packet: tuple[str, int],
) -> None:
    policies = (
        Policy(id="o", rules=tuple(organization), stage=ORGANIZATION),
        Policy(id="p", rules=tuple(network_policy), stage=FIRST),
    )
    network = Network(
        id="n", rules=tuple(own_rules), policies=policies, policies_first=Truth.YES if first else Truth.NO
    )
    where, _ = addresses(other[0])
    end = End(addresses=addresses("10.0.0.9")[0], groups=frozenset({f"tag:{own}@n"}))
    peer = End(addresses=where, groups=frozenset({f"tag:{other[1]}@n"}))

    found = passed(table(network, ingress), end, peer).traffic

    stages = [organization, network_policy, own_rules] if first else [organization, own_rules, network_policy]
    wanted = box(where, service(packet[0], Ints(((packet[1], packet[1]),))))
    assert found.certain.covers(wanted) == decided(stages, ingress, own, other, packet)
    assert found.possible.covers(wanted) == found.certain.covers(wanted)


def test_a_policy_that_may_not_be_attached_makes_what_it_decides_unknown() -> None:
    deny = FirewallRule(id="deny", action="deny", services=Some(frozenset({"all:"})))
    allow = FirewallRule(id="allow", services=Some(frozenset({"tcp:22"})))
    unsure = Policy(id="folder", rules=(deny,), stage=FOLDER, unsure="the folder was not read")
    network = Network(id="n", rules=(allow,), policies=(unsure,))

    found = passed(table(network, True), End(addresses=Ints()), End(addresses=addresses("8.8.8.8")[0])).traffic

    assert not found.certain
    assert found.possible
    assert "the folder was not read" in found.unknowns


@pytest.mark.parametrize(
    ("peer", "port", "possible"),
    [("8.8.8.8", 22, True), ("8.8.8.8", 3389, True), ("8.8.8.8", 443, False), ("10.128.0.4", 443, True)],
)
def test_the_default_network_begins_with_four_rules(peer: str, port: int, possible: bool) -> None:
    where, _ = addresses(peer)
    own = End(addresses=addresses("10.128.0.9")[0])

    found = passed(table(Network(id=DEFAULT), True), own, End(addresses=where)).traffic

    assert not found.certain
    assert found.possible.covers(box(where, service("tcp", Ints(((port, port),))))) is possible


@given(st.lists(st.text(max_size=10), max_size=3), st.one_of(st.none(), st.text(max_size=6)))
def test_no_rule_raises(written: list[str], action: str | None) -> None:
    listed = Some(frozenset(written))
    rule = FirewallRule(id="rule", action=action, services=listed, ranges=listed, target_tags=listed)

    found = passed(table(Network(id="n", rules=(rule,)), True), End(addresses=Ints()), End(addresses=Ints())).traffic

    assert found.possible.covers(found.certain)
