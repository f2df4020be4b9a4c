"""Security groups and network ACLs, by the rules that the VPC user guide publishes."""

from __future__ import annotations

import pytest

from bartizan.core.truth import Truth
from bartizan.network.aws.estate import UNSEEN, Acl, Entry, Estate, Group, Rule, Stand, Thing
from bartizan.network.space import ANY_SERVICE, EVERYWHERE, Ints, known, perhaps, service
from tests.network.aws.estates import (
    ANYONE,
    ANYONE_V6,
    EGRESS,
    asked,
    at,
    entry,
    estate,
    group,
    rule,
    subnet,
    tcp,
    thing,
    udp,
)

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
A, B = subnet("a", "10.0.1.0/24"), subnet("b", "10.0.2.0/24")


def pair(*parts: Group | Acl, acl_a: str = "open", acl_b: str = "open", mine: str = "x", theirs: str = "y") -> Estate:
    """Return an estate of two machines, each in a subnet and a group of its own."""
    a, b = subnet("a", "10.0.1.0/24", acl=acl_a), subnet("b", "10.0.2.0/24", acl=acl_b)
    return estate(a, b, thing("one", "a", mine), thing("two", "b", theirs, public=True), *parts)


GROUPS = [
    ("a group without rules lets nothing in", [group("x"), group("y")], tcp(80), NO),
    ("a range that covers the subnet lets in", [group("x"), group("y", rule(tcp(80), "10.0.0.0/16"))], tcp(80), YES),
    ("another port stays shut", [group("x"), group("y", rule(tcp(80), "10.0.0.0/16"))], tcp(81), NO),
    ("another protocol stays shut", [group("x"), group("y", rule(tcp(80), "10.0.0.0/16"))], udp(80), NO),
    ("all protocols are all", [group("x"), group("y", rule(ANY_SERVICE, ANYONE))], service("icmp"), YES),
    ("the end of a range of ports counts", [group("x"), group("y", rule(tcp("80-90"), ANYONE))], tcp(90), YES),
    ("past the end of a range is out", [group("x"), group("y", rule(tcp("80-90"), ANYONE))], tcp(91), NO),
    ("a part of the subnet is not certain", [group("x"), group("y", rule(tcp(80), "10.0.1.7/32"))], tcp(80), UNKNOWN),
    ("a range elsewhere does not count", [group("x"), group("y", rule(tcp(80), "10.0.9.0/24"))], tcp(80), NO),
    (
        "two halves of a subnet make the whole",
        [group("x"), group("y", rule(tcp(80), "10.0.1.0/25"), rule(tcp(80), "10.0.1.128/25"))],
        tcp(80),
        YES,
    ),
    ("a group that is named lets in", [group("x"), group("y", rule(tcp(80), of=["x"]))], tcp(80), YES),
    (
        "another group that is named does not",
        [group("x"), group("y", rule(tcp(80), of=["z"])), group("z")],
        tcp(80),
        NO,
    ),
    (
        "rules of several kinds add up",
        [group("x"), group("y", rule(udp(53), ANYONE), rule(tcp(80), of=["x"]))],
        tcp(80),
        YES,
    ),
    ("a group that lets nothing out stops", [group("x", egress=False), group("y", rule(tcp(80), ANYONE))], tcp(80), NO),
    (
        "a way out to the group of the other side counts",
        [group("x", rule(tcp(80), of=["y"], out=True), egress=False), group("y", rule(tcp(80), ANYONE))],
        tcp(80),
        YES,
    ),
    (
        "a way out to another group does not",
        [group("x", rule(tcp(80), of=["z"], out=True), egress=False), group("y", rule(tcp(80), ANYONE)), group("z")],
        tcp(80),
        NO,
    ),
    (
        "both sides must let it through",
        [group("x", rule(tcp(81), ANYONE, out=True), egress=False), group("y", rule(tcp(80), ANYONE))],
        tcp(80),
        NO,
    ),
    ("answers need no rule of their own", [group("x"), group("y", rule(tcp(80), ANYONE), egress=False)], tcp(80), YES),
    ("rules for what goes out let nothing in", [group("x"), group("y", rule(tcp(80), ANYONE, out=True))], tcp(80), NO),
    ("a rule for IPv6 lets no IPv4 in", [group("x"), group("y", rule(tcp(80), ANYONE_V6))], tcp(80), NO),
    ("a group that was not read is unknown", [group("x")], tcp(80), UNKNOWN),
    (
        "ranges that are not known are unknown",
        [group("x"), group("y", rule(tcp(80), unknown="a variable"))],
        tcp(80),
        UNKNOWN,
    ),
    (
        "what is open besides stays open",
        [group("x"), group("y", rule(unknown="a variable"), rule(tcp(80), ANYONE))],
        tcp(80),
        YES,
    ),
    (
        "a port that nothing is about stays shut",
        [group("x"), group("y", rule(tcp(80), unknown="a variable"))],
        tcp(81),
        NO,
    ),
]


@pytest.mark.parametrize(
    ("groups", "services", "expected"), [case[1:] for case in GROUPS], ids=[case[0] for case in GROUPS]
)
def test_security_groups(groups: list[Group], services: Ints, expected: Truth) -> None:
    assert asked(pair(*groups), "one", "two", services) is expected


IN, OUT = entry(100, True), entry(100, True, out=True)
FROM_A, EPHEMERAL = "10.0.1.0/24", tcp("1024-65535")
ACLS: list[tuple[str, tuple[Entry, ...], Ints, Truth]] = [
    ("an ACL without entries denies", (), tcp(80), NO),
    ("an ACL that lets all pass lets pass", (IN, OUT), tcp(80), YES),
    ("without answers there is no connection", (IN,), tcp(80), NO),
    ("answers alone are no connection", (OUT,), tcp(80), NO),
    ("answers to ephemeral ports suffice", (IN, entry(100, True, EPHEMERAL, out=True)), tcp(80), YES),
    ("answers to the port itself do not", (IN, entry(100, True, tcp(80), out=True)), tcp(80), NO),
    ("answers of another protocol do not", (IN, entry(100, True, udp("1024-65535"), out=True)), tcp(80), NO),
    ("answers to a part of the ephemeral ports do", (IN, entry(100, True, tcp("32768-61000"), out=True)), tcp(80), YES),
    ("a lower denial decides", (entry(90, False, tcp(80)), IN, OUT), tcp(80), NO),
    ("a higher denial does not", (IN, entry(110, False, tcp(80)), OUT), tcp(80), YES),
    ("a denial of another port does not matter", (entry(90, False, tcp(22)), IN, OUT), tcp(80), YES),
    ("a denial of another range does not matter", (entry(90, False, tcp(80), "10.0.3.0/24"), IN, OUT), tcp(80), YES),
    ("a denial of the whole subnet decides", (entry(90, False, tcp(80), FROM_A), IN, OUT), tcp(80), NO),
    ("a denial of a wider range decides", (entry(90, False, ANY_SERVICE, "10.0.0.0/16"), IN, OUT), tcp(80), NO),
    ("a denial of one address is not certain", (entry(90, False, tcp(80), "10.0.1.9/32"), IN, OUT), tcp(80), UNKNOWN),
    ("an allowance before a denial wins", (entry(80, True, tcp(80)), entry(90, False), OUT), tcp(80), YES),
    ("the order is by number, not as written", (entry(200, False), entry(80, True, tcp(80)), OUT), tcp(80), YES),
    ("a denial of answers decides", (IN, entry(90, False, out=True), OUT), tcp(80), NO),
    ("a denial on the way out does not shut the way in", (IN, entry(90, False, tcp(80), out=True), OUT), tcp(80), YES),
    ("an entry for IPv6 lets no IPv4 in", (entry(100, True, ANY_SERVICE, ANYONE_V6), OUT), tcp(80), NO),
    ("messages without ports need answers too", (IN,), service("icmp"), NO),
    ("messages without ports get answers", (IN, entry(100, True, service("icmp"), out=True)), service("icmp"), YES),
]


@pytest.mark.parametrize(
    ("entries", "services", "expected"), [case[1:] for case in ACLS], ids=[case[0] for case in ACLS]
)
def test_network_acls(entries: tuple[Entry, ...], services: Ints, expected: Truth) -> None:
    world = pair(group("x"), group("y", rule(ANY_SERVICE, ANYONE)), Acl(id="edge", entries=entries), acl_b="edge")

    assert asked(world, "one", "two", services) is expected


@pytest.mark.parametrize(
    ("entries", "expected"),
    [((IN, OUT), YES), ((OUT,), NO), ((IN,), NO), ((entry(100, True, EPHEMERAL), OUT), YES)],
    ids=["open", "no answers in", "nothing out", "answers to ephemeral ports"],
)
def test_network_acl_of_the_one_who_connects(entries: tuple[Entry, ...], expected: Truth) -> None:
    world = pair(group("x"), group("y", rule(ANY_SERVICE, ANYONE)), Acl(id="edge", entries=entries), acl_a="edge")

    assert asked(world, "one", "two", tcp(80)) is expected


def test_network_acl_is_not_asked_within_a_subnet() -> None:
    shut = subnet("a", "10.0.1.0/24", acl="edge")
    members = group("x", rule(tcp(80), of=["x"]))
    world = estate(shut, Acl(id="edge"), members, thing("one", "a", "x"), thing("two", "a", "x"))

    assert asked(world, "one", "two", tcp(80)) is YES


def test_entry_without_a_number_leaves_unknown_what_it_is_about() -> None:
    edge = Acl(id="edge", entries=(IN, OUT, entry(None, False, tcp(80))))
    world = pair(group("x"), group("y", rule(ANY_SERVICE, ANYONE)), edge, acl_b="edge")

    assert asked(world, "one", "two", tcp(80)) is UNKNOWN
    assert asked(world, "one", "two", tcp(81)) is YES


def test_entry_that_may_allow_leaves_unknown_what_it_is_about() -> None:
    unsure = Entry(id="unsure", order=90, allows=Truth.UNKNOWN, ingress=Truth.YES, services=known(tcp(80)))
    world = pair(
        group("x"), group("y", rule(ANY_SERVICE, ANYONE)), Acl(id="edge", entries=(unsure, IN, OUT)), acl_b="edge"
    )

    assert asked(world, "one", "two", tcp(80)) is UNKNOWN
    assert asked(world, "one", "two", tcp(81)) is YES


def test_denial_of_a_range_that_is_not_known_leaves_unknown() -> None:
    unsure = Entry(
        id="unsure",
        order=90,
        allows=Truth.NO,
        ingress=Truth.YES,
        services=known(tcp(80)),
        addresses=perhaps(EVERYWHERE, "a variable"),
    )
    world = pair(
        group("x"), group("y", rule(ANY_SERVICE, ANYONE)), Acl(id="edge", entries=(unsure, IN, OUT)), acl_b="edge"
    )

    assert asked(world, "one", "two", tcp(80)) is UNKNOWN
    assert asked(world, "one", "two", tcp(443)) is YES


def test_acl_with_entries_that_were_not_read_is_unknown() -> None:
    edge = Acl(id="edge", entries=(IN, OUT), more="a module was not read")
    world = pair(group("x"), group("y", rule(ANY_SERVICE, ANYONE)), edge, acl_b="edge")

    assert asked(world, "one", "two", tcp(80)) is UNKNOWN


def test_several_groups_add_up() -> None:
    two = Thing(id="two", stands=(Stand(subnet="b", groups=frozenset({"y", "z"})),), source=True)
    groups = (group("x"), group("y"), group("z", rule(tcp(80), ANYONE)))
    world = estate(A, B, thing("one", "a", "x"), two, *groups)

    assert asked(world, "one", "two", tcp(80)) is YES


def test_group_with_more_rules_than_were_read_may_let_in() -> None:
    world = pair(group("x"), Group(id="y", rules=(EGRESS,), more="a module was not read"))

    assert asked(world, "one", "two", tcp(80)) is UNKNOWN


def test_rule_of_unknown_direction_may_let_in() -> None:
    unsure = Rule(id="unsure", ingress=Truth.UNKNOWN, services=known(tcp(80)), addresses=known(at(ANYONE)))
    world = pair(group("x"), group("y", unsure))

    assert asked(world, "one", "two", tcp(80)) is UNKNOWN


def test_rule_that_names_a_group_that_was_not_read_may_let_in_machines_but_not_the_internet() -> None:
    unsure = Rule(id="unsure", services=known(tcp(80)), unseen_groups="it is declared elsewhere")
    world = pair(group("x"), group("y", unsure))

    assert asked(world, "one", "two", tcp(80)) is UNKNOWN
    assert asked(world, "internet", "two", tcp(80)) is NO


def test_machine_of_which_not_all_groups_were_read_may_be_reached() -> None:
    two = Thing(id="two", stands=(Stand(subnet="b", groups=frozenset({"y"}), more="one was not read"),), source=True)
    world = estate(A, B, thing("one", "a", "x"), two, group("x"), group("y"))

    assert asked(world, "one", "two", tcp(80)) is UNKNOWN


def test_members_of_a_group_reach_each_other_only_where_it_names_itself() -> None:
    open_inside = pair(group("x", rule(of=["x"])), theirs="x")
    shut_inside = pair(group("x"), theirs="x")

    assert asked(open_inside, "one", "two", tcp(80)) is YES
    assert asked(shut_inside, "one", "two", tcp(80)) is NO


def test_machine_in_a_subnet_that_was_not_read_may_be_reached() -> None:
    world = estate(A, thing("one", "a", "x"), thing("two", UNSEEN, "y"), group("x"), group("y", rule(tcp(80), ANYONE)))

    assert asked(world, "one", "two", tcp(80)) is UNKNOWN
    assert asked(world, "one", "two", tcp(81)) is NO
