"""Load balancers, APIs and the like: what is reached through them."""

from __future__ import annotations

from dataclasses import replace

from bartizan.core.place import Place
from bartizan.core.truth import Truth
from bartizan.network.aws.answering import Answering
from bartizan.network.aws.estate import Acl, Door, Estate, Lead, Thing
from bartizan.network.aws.network import Network
from bartizan.network.aws.reaching import AwsReaching
from bartizan.network.space import NOTHING, known, perhaps
from tests.network.aws.estates import ANYONE, asked, at, entry, estate, group, rule, subnet, tcp, thing

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
OUTER, INNER = subnet("outer", "10.0.1.0/24"), subnet("inner", "10.0.2.0/24", table="private")
EDGE = group("edge", rule(tcp(443), ANYONE, id="from everyone"))
NODES = group("nodes", rule(tcp(8080), of=["edge"], id="from the edge"))
BALANCER = thing("lb", "outer", "edge", public=True, listens=tcp(443))
MACHINE = thing("web", "inner", "nodes")
HEARD = ("listener", "listens on HTTPS 443", Place("main.tf", 7))
LEAD = Lead(relay="lb", takes=tcp(443), target="web", gives=tcp(8080), through=(HEARD, ("tg", "target group", None)))
SHOP = estate(OUTER, INNER, EDGE, NODES, BALANCER, MACHINE, LEAD)


def with_lead(lead: Lead) -> Estate:
    return replace(SHOP, leads=(lead,))


def test_target_of_a_load_balancer_is_reached_at_its_own_port() -> None:
    assert asked(SHOP, "internet", "web", tcp(8080)) is YES
    assert asked(SHOP, "internet", "web", tcp(443)) is NO
    assert asked(SHOP, "internet", "lb", tcp(443)) is YES


def test_target_that_does_not_let_the_load_balancer_in_is_not_reached() -> None:
    shut = group("nodes", rule(tcp(9090), of=["edge"]))

    assert asked(replace(SHOP, groups={**SHOP.groups, "nodes": shut}), "internet", "web") is NO


def test_target_is_not_reached_where_the_load_balancer_is_not() -> None:
    limited = group("edge", rule(tcp(443), "203.0.113.0/24"))
    world = replace(SHOP, groups={**SHOP.groups, "edge": limited})

    assert asked(world, "internet", "web") is NO
    assert asked(world, "203.0.113.9", "web") is YES


def test_internal_load_balancer_is_reached_from_inside_alone() -> None:
    inside = thing("lb", "outer", "edge", listens=tcp(443))
    peer = thing("peer", "outer", "edge")
    world = replace(SHOP, things={**SHOP.things, "lb": inside, "peer": peer})

    assert asked(world, "internet", "web") is NO
    assert asked(world, "peer", "web") is YES


def test_network_acl_between_load_balancer_and_target_is_asked() -> None:
    shut = Acl(id="shut", entries=(entry(100, False), entry(100, True, out=True)))
    inner = subnet("inner", "10.0.2.0/24", table="private", acl="shut")
    world = replace(SHOP, subnets={**SHOP.subnets, "inner": inner}, acls={**SHOP.acls, "shut": shut})

    assert asked(world, "internet", "web") is NO


def test_target_that_sees_the_client_must_let_the_client_in() -> None:
    assert asked(with_lead(replace(LEAD, keeps_source=True)), "internet", "web", tcp(8080)) is YES

    open_to_clients = group("nodes", rule(tcp(8080), ANYONE))
    bare = thing("lb", "outer", public=True, listens=tcp(443), filtered=False)
    world = with_lead(replace(LEAD, keeps_source=True))
    world = replace(world, things={**world.things, "lb": bare})

    assert asked(world, "internet", "web", tcp(8080)) is NO
    assert asked(replace(world, groups={**world.groups, "nodes": open_to_clients}), "internet", "web") is YES


def test_load_balancer_without_security_groups_lets_everybody_in() -> None:
    bare = thing("lb", "outer", public=True, listens=tcp(443), filtered=False)

    assert asked(replace(SHOP, things={**SHOP.things, "lb": bare}), "internet", "lb", tcp(443)) is YES


def test_listener_that_asks_to_sign_in_stops_strangers() -> None:
    world = with_lead(replace(LEAD, truth=NO, stop="visitors must sign in first"))

    found = AwsReaching(world).reach("internet", "web")

    assert found.truth is NO
    assert "visitors must sign in first" in [via.says for via in found.stops]


def test_lead_that_is_not_certain_is_unknown_with_its_reason() -> None:
    found = AwsReaching(with_lead(replace(LEAD, truth=UNKNOWN, unknown="the target group was not read"))).reach(
        "internet", "web"
    )

    assert found.truth is UNKNOWN
    assert any("the target group was not read" in passage.unknowns for passage in found.passages)


def test_function_behind_a_load_balancer_is_reached_by_what_the_listener_takes() -> None:
    function = Thing(id="f", answers=False, source=True, outside=YES)
    lead = Lead(relay="lb", takes=tcp(443), target="f", gives=NOTHING)
    world = replace(SHOP, things={**SHOP.things, "f": function}, leads=(lead,))

    assert asked(world, "internet", "f", tcp(443)) is YES


def test_function_in_a_network_is_not_connected_to() -> None:
    function = replace(thing("f", "inner", "nodes"), answers=False)
    world = replace(SHOP, things={**SHOP.things, "f": function}, leads=())

    assert asked(world, "lb", "f") is NO


def test_door_is_open_to_everybody_or_to_some() -> None:
    everyone = Door(id="api", listens=tcp(443))
    some = replace(everyone, open_to=known(at("203.0.113.0/24")))
    unsure = replace(everyone, open_to=perhaps(at(ANYONE), "a variable"))

    assert asked(replace(SHOP, doors={"api": everyone}), "internet", "api") is YES
    assert asked(replace(SHOP, doors={"api": some}), "internet", "api") is NO
    assert asked(replace(SHOP, doors={"api": some}), "203.0.113.1", "api") is YES
    assert asked(replace(SHOP, doors={"api": unsure}), "internet", "api") is UNKNOWN


def test_chain_of_relays_is_followed_and_circles_end() -> None:
    chain = (
        Lead(relay="cdn", takes=tcp(443), target="lb", gives=tcp(443)),
        LEAD,
        Lead(relay="lb", takes=tcp(443), target="cdn", gives=NOTHING),
    )
    world = replace(SHOP, doors={"cdn": Door(id="cdn", listens=tcp(443))}, leads=chain)

    assert asked(world, "internet", "web", tcp(8080)) is YES


def test_api_leads_into_a_network_over_a_vpc_link() -> None:
    private = thing("lb", "inner", "edge", listens=tcp(443))
    lead = Lead(relay="api", takes=tcp(443), target="lb", gives=tcp(443), inside=True)
    world = replace(
        SHOP, things={**SHOP.things, "lb": private}, doors={"api": Door(id="api", listens=tcp(443))}, leads=(lead, LEAD)
    )

    assert asked(world, "internet", "lb") is YES
    assert asked(world, "internet", "web", tcp(8080)) is YES


def test_passage_names_every_thing_on_the_way_with_its_place() -> None:
    found = AwsReaching(SHOP).reach("internet", "web")

    (passage,) = found.passages
    named = [via.asset for via in passage.via]
    assert [each for each in named if each in ("from everyone", "listener", "tg", "from the edge")] == [
        "from everyone",
        "listener",
        "tg",
        "from the edge",
    ]
    assert passage.protocol == "tcp"
    assert passage.ports == ((8080, 8080),)
    assert passage.addresses == ("0.0.0.0/0",)
    assert next(via.place for via in passage.via if via.asset == "listener") == Place("main.tf", 7)


def test_what_stops_is_named() -> None:
    hidden = replace(SHOP, leads=())

    assert "has no public address" in AwsReaching(hidden).reach("internet", "web").stops[0].says
    assert "no rule allows" in AwsReaching(hidden).reach("lb", "web", "tcp", 22).stops[0].says


def test_range_that_is_not_everybody_is_a_note() -> None:
    limited = group("edge", rule(tcp(443), "203.0.113.0/24"))

    found = AwsReaching(replace(SHOP, groups={**SHOP.groups, "edge": limited})).reach("internet", "lb")

    assert found.truth is NO
    assert "203.0.113.0/24" in found.notes[0]


def test_bad_questions_are_answered_with_what_is_wrong() -> None:
    answering = Answering(Network(SHOP))

    assert "no range of ports" in answering.reach("internet", "lb", "tcp", 70000).why
    assert "no protocol" in answering.reach("internet", "lb", "carrier pigeon", None).why
    assert "in no network" in answering.reach("nobody", "lb", "", None).why
    assert "no address" in answering.reach("10.0.0.0/99", "lb", "", None).why
    assert answering.reach("internet", "nothing", "", None).truth is NO


def test_grid_and_single_answers_agree() -> None:
    reaching = AwsReaching(replace(SHOP, doors={"api": Door(id="api", listens=tcp(443))}))
    targets = ("lb", "web", "api", "nothing")

    grid = reaching.grid(targets)

    for row, source in enumerate(reaching.sources()):
        for column, target in enumerate(targets):
            assert grid.at(row, column) == reaching.reach(source, target).truth, (source, target)
