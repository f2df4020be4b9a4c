"""Route tables, gateways, peering and transit gateways, by what the VPC user guide publishes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bartizan.core.truth import Truth
from bartizan.network.aws.estate import UNSEEN, Acl, Estate, Route, Stand, Table, Thing
from bartizan.network.aws.network import Network
from bartizan.network.space import EVERYWHERE, known, perhaps
from tests.network.aws.estates import (
    ANYONE,
    ANYONE_V6,
    asked,
    at,
    entry,
    estate,
    group,
    route,
    rule,
    subnet,
    tcp,
    thing,
)

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
OPEN_GROUP = group("open", rule(tcp(80), ANYONE, ANYONE_V6))


def alone(*routes: Route, public: bool = True, public_v6: bool = False, v6: str = "", more: str = "") -> Estate:
    """Return an estate of one machine in one subnet with some routes."""
    table = Table(id="own", routes=routes, more=more)
    machine = thing("one", "a", "open", public=public, public_v6=public_v6)
    return estate(subnet("a", "10.0.1.0/24", table="own", v6=v6), table, OPEN_GROUP, machine)


INBOUND = [
    ("a route to an Internet gateway and a public address", alone(route(ANYONE, "internet")), YES),
    ("no public address", alone(route(ANYONE, "internet"), public=False), NO),
    ("no route", alone(), NO),
    ("a route over NAT lets nothing in", alone(route(ANYONE, "nat")), NO),
    (
        "a route over an egress-only gateway lets nothing in",
        alone(route(ANYONE_V6, "egress-only"), public_v6=True, v6="2001:db8::/64"),
        NO,
    ),
    (
        "IPv6 over an Internet gateway",
        alone(route(ANYONE_V6, "internet"), public=False, public_v6=True, v6="2001:db8::/64"),
        YES,
    ),
    ("a route for IPv6 is none for IPv4", alone(route(ANYONE_V6, "internet")), NO),
    (
        "a route for IPv4 is none for IPv6",
        alone(route(ANYONE, "internet"), public=False, public_v6=True, v6="2001:db8::/64"),
        NO,
    ),
    ("half of the addresses are everybody", alone(route("0.0.0.0/1", "internet")), YES),
    ("a few addresses are not everybody", alone(route("203.0.113.0/24", "internet")), NO),
    (
        "a more specific route elsewhere does not matter",
        alone(route(ANYONE, "internet"), route("10.0.0.0/8", "peering", "p")),
        YES,
    ),
    (
        "two halves over an Internet gateway",
        alone(route("0.0.0.0/1", "internet"), route("128.0.0.0/1", "internet")),
        YES,
    ),
    (
        "both halves go elsewhere",
        alone(route(ANYONE, "internet"), route("0.0.0.0/1", "nat"), route("128.0.0.0/1", "nat")),
        NO,
    ),
    ("routes that were not read", alone(more="a module was not read"), UNKNOWN),
    ("a gateway that was not read", alone(Route(id="r", to=known(at(ANYONE)), over="", unknown="not read")), UNKNOWN),
    ("a range that is not known", alone(Route(id="r", to=perhaps(EVERYWHERE, "a variable"), over="internet")), UNKNOWN),
    (
        "another range that is not known does not hide the default route",
        alone(route(ANYONE, "internet"), Route(id="r", to=perhaps(EVERYWHERE, "a variable"), over="peering", via="p")),
        YES,
    ),
]


@pytest.mark.parametrize(("world", "expected"), [case[1:] for case in INBOUND], ids=[case[0] for case in INBOUND])
def test_the_internet_comes_in(world: Estate, expected: Truth) -> None:
    assert asked(world, "internet", "one", tcp(80)) is expected


OUTBOUND = [
    ("an Internet gateway with a public address", alone(route(ANYONE, "internet")), YES),
    ("an Internet gateway without a public address", alone(route(ANYONE, "internet"), public=False), NO),
    ("NAT", alone(route(ANYONE, "nat"), public=False), YES),
    ("an egress-only gateway", alone(route(ANYONE_V6, "egress-only"), public=False, v6="2001:db8::/64"), YES),
    ("peering is no way out", alone(route(ANYONE, "peering", "p")), NO),
    ("no route", alone(), NO),
    ("routes that were not read", alone(more="a module was not read"), UNKNOWN),
    ("a gateway that was not read", alone(Route(id="r", to=known(at(ANYONE)), over="", unknown="not read")), UNKNOWN),
]


@pytest.mark.parametrize(("world", "expected"), [case[1:] for case in OUTBOUND], ids=[case[0] for case in OUTBOUND])
def test_connections_go_out(world: Estate, expected: Truth) -> None:
    network = Network(world)

    assert network.leaving(world.things["one"]).truth() is expected


def test_nothing_goes_out_that_the_security_group_does_not_let_out() -> None:
    shut = group("shut", egress=False)
    world = estate(subnet("a", "10.0.1.0/24"), shut, thing("one", "a", "shut", public=True))

    assert Network(world).leaving(world.things["one"]).truth() is NO


def test_nothing_goes_out_to_which_the_network_acl_lets_no_answers_back() -> None:
    edge = Acl(id="edge", entries=(entry(100, True, out=True), entry(100, True, tcp("0-1023"))))
    world = estate(subnet("a", "10.0.1.0/24", acl="edge"), edge, OPEN_GROUP, thing("one", "a", "open", public=True))

    assert Network(world).leaving(world.things["one"]).truth() is NO


def two(
    there: tuple[Route, ...], back: tuple[Route, ...], target: str = "named", **joined: dict[str, frozenset[str]]
) -> Estate:
    """Return an estate of two networks with a machine in each."""
    return estate(
        subnet("a", "10.1.0.0/24", vpc="vpc 1", table="one"),
        subnet("b", "10.2.0.0/24", vpc="vpc 2", table="two"),
        Table(id="one", routes=there),
        Table(id="two", routes=back),
        group("x"),
        group("named", rule(tcp(80), of=["x"])),
        group("ranged", rule(tcp(80), "10.1.0.0/16")),
        thing("from", "a", "x"),
        thing("to", "b", target),
        **joined,
    )


BOTH = {"p": frozenset({"vpc 1", "vpc 2"})}
THERE, BACK = route("10.2.0.0/16", "peering", "p"), route("10.1.0.0/16", "peering", "p")


def test_peered_networks_reach_each_other_with_routes_both_ways() -> None:
    assert asked(two((THERE,), (BACK,), "ranged", peerings=BOTH), "from", "to", tcp(80)) is YES


def test_peering_needs_a_route_there() -> None:
    assert asked(two((), (BACK,), "ranged", peerings=BOTH), "from", "to", tcp(80)) is NO


def test_peering_needs_a_route_back() -> None:
    assert asked(two((THERE,), (), "ranged", peerings=BOTH), "from", "to", tcp(80)) is NO


def test_rules_name_groups_across_peering() -> None:
    assert asked(two((THERE,), (BACK,), "named", peerings=BOTH), "from", "to", tcp(80)) is YES


def test_peering_is_not_transitive() -> None:
    others = {"p": frozenset({"vpc 1", "hub"}), "q": frozenset({"hub", "vpc 2"})}
    world = two((THERE,), (route("10.1.0.0/16", "peering", "q"),), "ranged", peerings=others)

    assert asked(world, "from", "to", tcp(80)) is NO


def test_route_to_a_part_of_the_subnet_is_not_certain() -> None:
    there = route("10.2.0.128/25", "peering", "p")

    assert asked(two((there,), (BACK,), "ranged", peerings=BOTH), "from", "to", tcp(80)) is UNKNOWN


def test_two_routes_to_the_halves_of_a_subnet_are_certain() -> None:
    there = (route("10.2.0.0/25", "peering", "p"), route("10.2.0.128/25", "peering", "p"))

    assert asked(two(there, (BACK,), "ranged", peerings=BOTH), "from", "to", tcp(80)) is YES


def test_more_specific_route_to_elsewhere_takes_the_traffic() -> None:
    there = (THERE, route("10.2.0.0/24", "other"))

    assert asked(two(there, (BACK,), "ranged", peerings=BOTH), "from", "to", tcp(80)) is NO


def test_default_route_over_peering_leads_there() -> None:
    there = route(ANYONE, "peering", "p")

    assert asked(two((there,), (BACK,), "ranged", peerings=BOTH), "from", "to", tcp(80)) is YES


def test_peering_connection_that_was_not_read_is_unknown() -> None:
    assert asked(two((THERE,), (BACK,), "ranged"), "from", "to", tcp(80)) is UNKNOWN


def test_peering_with_a_network_that_is_not_known_is_unknown() -> None:
    unsure = {"p": frozenset({"vpc 1", UNSEEN})}

    assert asked(two((THERE,), (BACK,), "ranged", peerings=unsure), "from", "to", tcp(80)) is UNKNOWN


HUB = {"hub": frozenset({"vpc 1", "vpc 2"})}
OVER_HUB = (route("10.2.0.0/16", "transit", "hub"),), (route("10.0.0.0/8", "transit", "hub"),)


def test_networks_of_one_transit_gateway_reach_each_other() -> None:
    assert asked(two(*OVER_HUB, "ranged", transits=HUB), "from", "to", tcp(80)) is YES


def test_rules_do_not_name_groups_across_a_transit_gateway() -> None:
    assert asked(two(*OVER_HUB, "named", transits=HUB), "from", "to", tcp(80)) is NO


def test_network_that_is_not_attached_is_not_reached() -> None:
    alone = {"hub": frozenset({"vpc 1"})}

    assert asked(two(*OVER_HUB, "ranged", transits=alone), "from", "to", tcp(80)) is NO


def test_networks_without_anything_between_them_are_apart() -> None:
    assert asked(two((), (), "ranged"), "from", "to", tcp(80)) is NO


def test_subnets_of_one_network_need_no_route() -> None:
    world = estate(
        subnet("a", "10.0.1.0/24", table="private"),
        subnet("b", "10.0.2.0/24", table="private"),
        OPEN_GROUP,
        thing("from", "a", "open"),
        thing("to", "b", "open"),
    )

    assert asked(world, "from", "to", tcp(80)) is YES


def test_machine_behind_nat_reaches_what_the_internet_reaches() -> None:
    nat = Table(id="nat", routes=(route(ANYONE, "nat"),))
    apart = subnet("b", "10.9.0.0/24", vpc="other")
    inside = subnet("a", "10.0.1.0/24", table="nat")
    world = estate(inside, apart, nat, OPEN_GROUP, thing("from", "a", "open"), thing("to", "b", "open", public=True))

    assert asked(world, "from", "to", tcp(80)) is YES
    assert asked(world, "internet", "from", tcp(80)) is NO


def test_subnet_with_one_of_two_tables_is_as_certain_as_both() -> None:
    world = alone(route(ANYONE, "internet"))
    unsure = replace(world.subnets["a"], tables=("own", "private"))

    assert asked(replace(world, subnets={"a": unsure}), "internet", "one", tcp(80)) is UNKNOWN


def test_a_thing_in_several_subnets_is_reached_in_any() -> None:
    stands = (Stand(subnet="a", groups=frozenset({"open"})), Stand(subnet="b", groups=frozenset({"open"})))
    both = Thing(id="both", stands=stands, public=YES)
    inner, outer = subnet("a", "10.0.1.0/24", table="private"), subnet("b", "10.0.2.0/24")

    assert asked(estate(inner, outer, OPEN_GROUP, both), "internet", "both", tcp(80)) is YES


def test_range_of_addresses_may_be_asked_as_source() -> None:
    limited = group("limited", rule(tcp(22), "203.0.113.0/24"))
    world = estate(subnet("a", "10.0.1.0/24"), limited, thing("one", "a", "limited", public=True))

    assert asked(world, "203.0.113.7", "one", tcp(22)) is YES
    assert asked(world, "198.51.100.1", "one", tcp(22)) is NO
    assert asked(world, "internet", "one", tcp(22)) is NO
