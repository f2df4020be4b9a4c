"""The algebra of traffic, against sets of single pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Truth
from bartizan.network.space import (
    ANY_PORT,
    ANY_SERVICE,
    EVERYWHERE_V4,
    EVERYWHERE_V6,
    NOTHING,
    Between,
    Ints,
    Traffic,
    addresses,
    box,
    cidrs,
    everybody,
    known,
    listed,
    perhaps,
    ports,
    protocol,
    said,
    service,
)

LIMIT = 12
SPANS = st.lists(st.tuples(st.integers(0, LIMIT), st.integers(0, LIMIT)), max_size=5)
INTS = SPANS.map(Ints.of)
BOXES = st.lists(st.tuples(INTS, INTS), max_size=5)
TRAFFIC = BOXES.map(Traffic.of)


def members(of: Ints) -> set[int]:
    return {number for low, high in of.spans for number in range(low, high + 1)}


def pairs(of: Traffic) -> set[tuple[int, int]]:
    return {(address, at) for held, services in of.parts for address in members(held) for at in members(services)}


@given(SPANS)
def test_a_set_is_the_union_of_its_intervals_in_canonical_form(spans: list[tuple[int, int]]) -> None:
    made = Ints.of(spans)

    assert members(made) == {number for low, high in spans for number in range(low, high + 1)}
    assert all(end + 1 < start for (_, end), (start, _) in zip(made.spans, made.spans[1:], strict=False))


@given(INTS, INTS)
def test_integers_have_the_algebra_of_sets(one: Ints, other: Ints) -> None:
    joined, both, less = one | other, one & other, one - other

    assert members(joined) == members(one) | members(other)
    assert members(both) == members(one) & members(other)
    assert members(less) == members(one) - members(other)
    assert one.covers(other) == (members(one) >= members(other))
    assert all((number in one) == (number in members(one)) for number in range(LIMIT + 1))


@given(INTS, st.integers(0, LIMIT), st.integers(0, LIMIT))
def test_what_is_outside_is_the_complement_within_bounds(one: Ints, low: int, high: int) -> None:
    outside = one.outside(low, high)

    assert members(outside) == set(range(low, high + 1)) - members(one)


@given(BOXES)
def test_traffic_is_the_union_of_its_boxes_whatever_their_order(boxes: list[tuple[Ints, Ints]]) -> None:
    made = Traffic.of(boxes)

    assert pairs(made) == {(a, s) for held, services in boxes for a in members(held) for s in members(services)}
    assert made == Traffic.of(reversed(boxes))


@given(TRAFFIC, TRAFFIC)
def test_traffic_has_the_algebra_of_sets(one: Traffic, other: Traffic) -> None:
    joined, both, less = one | other, one & other, one - other

    assert pairs(joined) == pairs(one) | pairs(other)
    assert pairs(both) == pairs(one) & pairs(other)
    assert pairs(less) == pairs(one) - pairs(other)
    assert one.covers(other) == (pairs(one) >= pairs(other))
    assert bool(one) == bool(pairs(one))


@given(TRAFFIC, TRAFFIC)
def test_equal_sets_of_traffic_are_equal_values(one: Traffic, other: Traffic) -> None:
    there_and_back = (one | other) - (other - one)

    assert there_and_back == one
    assert (one == other) == (pairs(one) == pairs(other))


@given(TRAFFIC, TRAFFIC, TRAFFIC, TRAFFIC, st.data())
def test_what_is_partly_known_holds_whatever_turns_out(
    low: Traffic, more: Traffic, other_low: Traffic, other_more: Traffic, data: st.DataObject
) -> None:
    one, other = Between(low, low | more, ("a",)), Between(other_low, other_low | other_more, ("b",))
    turned = data.draw(st.sampled_from([low, low | more]))
    other_turned = data.draw(st.sampled_from([other_low, other_low | other_more]))

    for bounds, exact in (
        (one | other, turned | other_turned),
        (one & other, turned & other_turned),
        (one - other, turned - other_turned),
    ):
        assert bounds.possible.covers(exact)
        assert exact.covers(bounds.certain)
        assert bool(bounds.unknowns) == (bounds.certain != bounds.possible)


def test_truth_of_what_is_partly_known() -> None:
    web = box(EVERYWHERE_V4, service("tcp"))

    assert known(web).truth() is Truth.YES
    assert perhaps(web, "not seen").truth() is Truth.UNKNOWN
    assert known(Traffic()).truth() is Truth.NO
    assert perhaps(web, "not seen").within(box(EVERYWHERE_V6, ANY_SERVICE)).truth() is Truth.NO


@pytest.mark.parametrize(
    ("written", "blocks"),
    [
        ("10.0.0.0/8", ("10.0.0.0/8",)),
        ("10.1.2.3/8", ("10.0.0.0/8",)),
        ("192.0.2.7", ("192.0.2.7/32",)),
        ("192.0.2.0 - 192.0.2.130", ("192.0.2.0/25", "192.0.2.128/31", "192.0.2.130/32")),
        ("0.0.0.0/0", ("0.0.0.0/0",)),
        ("::/0", ("::/0",)),
        ("2001:db8::/32", ("2001:db8::/32",)),
    ],
)
def test_addresses_are_read_and_written_as_blocks(written: str, blocks: tuple[str, ...]) -> None:
    read, problem = addresses(written)

    assert not problem
    assert cidrs(read) == blocks


@pytest.mark.parametrize(
    "written", ["", "10.0.0.0/33", "10.0.0.300", "::/129", "everything", "10.0.0.9-10.0.0.1", "10.0.0.1-::1", "-", "/"]
)
def test_invalid_addresses_are_told_and_never_raise(written: str) -> None:
    read, problem = addresses(written)

    assert read == NOTHING
    assert problem


@given(st.text(max_size=20))
def test_no_text_is_too_strange_to_be_read(written: str) -> None:
    assert (addresses(written)[0] == NOTHING) == bool(addresses(written)[1])
    assert (ports(written)[0] == NOTHING) == bool(ports(written)[1])
    assert isinstance(protocol(written)[1], str)


@pytest.mark.parametrize(
    ("written", "spans"), [("80", ((80, 80),)), (80, ((80, 80),)), ("80-90", ((80, 90),)), ("*", ANY_PORT.spans)]
)
def test_ports_are_read(written: object, spans: tuple[tuple[int, int], ...]) -> None:
    assert ports(written) == (Ints(spans), "")


@pytest.mark.parametrize("written", ["90-80", "65536", "-1", "http", 1.5, None, True])
def test_invalid_ports_are_told(written: object) -> None:
    read, problem = ports(written)

    assert read == NOTHING
    assert problem


@pytest.mark.parametrize(
    ("written", "number"),
    [("TCP", 6), ("17", 17), (6, 6), ("-1", None), ("*", None), ("all", None), ("icmpv6", 58), ("ipv6-icmp", 58)],
)
def test_protocols_are_read_by_name_and_number(written: object, number: int | None) -> None:
    assert protocol(written) == (number, "")


def test_invalid_protocols_are_told() -> None:
    assert protocol("tpc")[1]
    assert protocol("256")[1]


def test_services_are_listed_by_protocol() -> None:
    web = service("tcp", Ints.of([(80, 80), (443, 443)])) | service("udp", Ints.of([(53, 53)])) | service("icmp")

    assert listed(web) == (("icmp", ()), ("tcp", ((80, 80), (443, 443))), ("udp", ((53, 53),)))
    assert said(web) == "icmp, tcp 80,443, udp 53"
    assert listed(ANY_SERVICE) == (("all", ()),)
    assert said(ANY_SERVICE) == "everything"


def test_some_ports_of_all_protocols_are_of_those_that_have_ports() -> None:
    assert {name for name, _ in listed(service(None, Ints.of([(53, 53)])))} == {"tcp", "udp", "sctp", "33", "136"}
    assert service(None) == ANY_SERVICE


def test_addresses_of_both_families_never_run_into_each_other() -> None:
    last, first = addresses("255.255.255.255")[0], addresses("::")[0]

    assert cidrs(last | first) == ("255.255.255.255/32", "::/128")


@pytest.mark.parametrize(
    ("written", "all_of_them"),
    [
        ("0.0.0.0/0", True),
        ("0.0.0.0/1", True),
        ("8.0.0.0/8", False),
        ("10.0.0.0/7", False),
        ("203.0.113.7", False),
        ("10.0.0.0/8", False),
        ("::/0", True),
        ("2001::/16", True),
        ("2001:db8::/32", False),
        ("fd00::/8", False),
    ],
)
def test_everybody_is_more_of_the_internet_than_any_one_may_own(written: str, all_of_them: bool) -> None:
    assert everybody(addresses(written)[0]) is all_of_them
