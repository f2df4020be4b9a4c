"""The engine against a slow model that sends packets one by one, on small random estates."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.core.truth import Truth, truth
from bartizan.network.aws.estate import Acl, Estate, Rule, Subnet, Table, Thing
from bartizan.network.aws.network import Network
from bartizan.network.space import ANY_SERVICE, Ints, service
from tests.network.aws import slow
from tests.network.aws.estates import asked, at, entry, group, route, rule, tcp, thing, udp

SPOTS = ("10.1.0.4/32", "10.1.0.5/32", "10.2.0.4/32")
"""Subnets of one address each, so that the engine must say exactly what the model says."""
RANGES = (*SPOTS, "10.1.0.4/31", "10.1.0.0/16", "10.2.0.0/16", "10.0.0.0/8", "0.0.0.0/0", "0.0.0.0/1", "203.0.113.0/24")
SERVICES = (ANY_SERVICE, tcp(80), tcp(22), tcp("1-1023"), tcp("1024-65535"), tcp("0-65535"), udp(53), service("icmp"))
ASKED = (tcp(80), tcp(22), tcp(5432), udp(53), service("icmp"))
OUTSIDE = ("203.0.113.7", "8.8.8.8", "198.51.100.9")
GROUPS = ("x", "y", "z")

ranges = st.lists(st.sampled_from(RANGES), min_size=0, max_size=2)
rules = st.builds(
    lambda services, where, of, out: rule(services, *where, of=of, out=out),
    st.sampled_from(SERVICES),
    ranges,
    st.lists(st.sampled_from(GROUPS), max_size=1),
    st.booleans(),
)
entries = st.builds(
    lambda allows, services, where, out: (allows, services, where, out),
    st.booleans(),
    st.sampled_from(SERVICES),
    st.sampled_from(RANGES),
    st.booleans(),
)
routes = st.lists(
    st.tuples(
        st.sampled_from(("10.1.0.0/16", "10.2.0.0/16", "10.2.0.4/32", "10.1.0.4/31", "0.0.0.0/0", "0.0.0.0/1")),
        st.sampled_from(("internet", "peering", "transit", "nat", "other")),
    ),
    max_size=3,
    unique_by=lambda each: each[0],
)


def _acl(id: str, drawn: list[tuple[bool, Ints, str, bool]]) -> Acl:
    numbered = (entry(10 * at, allows, what, where, out=out) for at, (allows, what, where, out) in enumerate(drawn))
    return Acl(id=id, entries=tuple(numbered))


def _table(id: str, drawn: list[tuple[str, str]]) -> Table:
    return Table(id=id, routes=tuple(route(to, over, over) for to, over in drawn))


def _estate(
    held: dict[str, list[Rule]],
    acls: list[list[tuple[bool, Ints, str, bool]]],
    tables: list[list[tuple[str, str]]],
    around: list[list[str]],
    joined: bool,
) -> Estate:
    vpcs = ("one", "one", "two")
    subnets = {
        f"s{n}": Subnet(id=f"s{n}", vpc=vpcs[n], v4=at(spot), tables=(f"t{n}",), acls=(f"a{n}",))
        for n, spot in enumerate(SPOTS)
    }
    things = {f"m{n}": thing(f"m{n}", f"s{n}", *around[n], public=n != 1) for n in range(len(SPOTS))}
    between = {"peering": frozenset({"one", "two"})} if joined else {"peering": frozenset({"one", "elsewhere"})}
    return Estate(
        subnets=subnets,
        tables={f"t{n}": _table(f"t{n}", drawn) for n, drawn in enumerate(tables)},
        acls={f"a{n}": _acl(f"a{n}", drawn) for n, drawn in enumerate(acls)},
        groups={id: group(id, *each, egress=False) for id, each in held.items()},
        things=things,
        peerings=between,
        transits={"transit": frozenset({"one", "two"})},
    )


GENEROUS = [(True, ANY_SERVICE, "0.0.0.0/0", out) for out in (False, True)]
estates = st.builds(
    _estate,
    st.fixed_dictionaries({id: st.lists(rules, max_size=3) for id in GROUPS}),
    st.lists(st.lists(entries, max_size=4).map(lambda each: [*each, *GENEROUS]), min_size=3, max_size=3),
    st.lists(routes, min_size=3, max_size=3),
    st.lists(st.lists(st.sampled_from(GROUPS), min_size=1, max_size=2), min_size=3, max_size=3),
    st.booleans(),
)


def _address(spot: str) -> int:
    return at(spot).spans[0][0]


@settings(max_examples=100, deadline=None)
@given(estates)
def test_connections_between_machines_are_those_of_the_slow_model(world: Estate) -> None:
    machines, network = list(world.things.values()), Network(world)

    for services in ASKED:
        for a, source in enumerate(machines):
            for b, target in enumerate(machines):
                if a == b or _over_the_internet(network, target):
                    continue
                one = services.spans[0][0]
                expected = slow.connects(world, source, target, _address(SPOTS[a]), _address(SPOTS[b]), one)
                found = asked(network, source.id, target.id, Ints(((one, one),)))
                assert found is truth(expected), (source.id, target.id, one)


def _over_the_internet(network: Network, target: Thing) -> bool:
    """Tell whether something is reached as everybody does, which the slow model knows nothing of."""
    return asked(network, "internet", target.id) is not Truth.NO


@settings(max_examples=100, deadline=None)
@given(estates)
def test_connections_from_the_internet_are_those_of_the_slow_model(world: Estate) -> None:
    network = Network(world)

    for services in ASKED:
        for outside in OUTSIDE:
            for target in world.things.values():
                one = services.spans[0][0]
                expected = slow.comes_in(world, target, _address(outside), one)
                found = asked(network, outside, target.id, Ints(((one, one),)))
                assert found is truth(expected), (outside, target.id, one)


WIDE = ("10.1.0.4/30", "10.1.0.8/30", "10.2.0.4/30")


def _widened(world: Estate) -> Estate:
    """Return an estate whose subnets have four addresses each."""
    subnets = {
        id: Subnet(id=id, vpc=each.vpc, v4=at(WIDE[n]), tables=each.tables, acls=each.acls)
        for n, (id, each) in enumerate(world.subnets.items())
    }
    return Estate(
        subnets=subnets,
        tables=world.tables,
        acls=world.acls,
        groups=world.groups,
        things=world.things,
        peerings=world.peerings,
        transits=world.transits,
    )


@settings(max_examples=60, deadline=None)
@given(estates)
def test_what_holds_for_any_address_of_a_subnet_is_never_denied_and_what_is_said_holds_for_all(drawn: Estate) -> None:
    """Where a machine is in its subnet is not known: the engine may be unsure, never wrong."""
    world = _widened(drawn)
    network = Network(world)
    source, target = world.things["m0"], world.things["m2"]
    if _over_the_internet(network, target):
        return

    for services in ASKED:
        one = services.spans[0][0]
        found = asked(network, source.id, target.id, Ints(((one, one),)))
        a0, b0 = _address(WIDE[0]), _address(WIDE[2])
        pairs = [slow.connects(world, source, target, a0 + a, b0 + b, one) for a in range(4) for b in range(4)]
        assert found is not Truth.YES or all(pairs)
        assert found is not Truth.NO or not any(pairs)


def test_the_slow_model_lets_something_through() -> None:
    opened: list[Rule] = [rule(ANY_SERVICE, "0.0.0.0/0"), rule(ANY_SERVICE, "0.0.0.0/0", out=True)]
    world = _estate(dict.fromkeys(GROUPS, opened), [GENEROUS] * 3, [[]] * 3, [["x"]] * 3, joined=True)
    machines = list(world.things.values())
    one = tcp(80).spans[0][0]

    assert slow.connects(world, machines[0], machines[1], _address(SPOTS[0]), _address(SPOTS[1]), one)
