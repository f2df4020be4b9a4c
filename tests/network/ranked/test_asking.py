"""Tables of ranked rules against a model that asks rule by rule for one packet at a time."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Truth
from bartizan.network.ranked.asking import passed
from bartizan.network.ranked.estate import End, Rule, Table
from bartizan.network.space import Between, Ints, box, known

PLACES = Ints(((0, 3),))
PORTS = Ints(((0, 3),))
GROUPS = ("web", "db")

spans = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted).map(lambda two: Ints(((two[0], two[1]),)))
sets = st.one_of(st.just(Ints()), spans)


@st.composite
def doubtful(draw: st.DrawFn) -> Between[Ints]:
    sure, more = draw(sets), draw(sets)
    return Between(sure, sure | more, ("unseen",))


def rules(values: st.SearchStrategy[Between[Ints]], actions: tuple[Truth | None, ...]) -> st.SearchStrategy[Rule]:
    return st.builds(
        Rule,
        id=st.just("rule"),
        says=st.just("rule"),
        stage=st.integers(0, 1),
        order=st.integers(0, 3),
        allows=st.sampled_from(actions),
        services=values,
        peers=values,
        peer_groups=st.frozensets(st.sampled_from(GROUPS), max_size=1),
        own=values,
        own_groups=st.frozensets(st.sampled_from(GROUPS), max_size=1),
    )


ends = st.builds(
    End, addresses=st.integers(0, 3).map(lambda at: Ints(((at, at),))), groups=st.frozensets(st.sampled_from(GROUPS))
)
certain_rules = rules(sets.map(known), (Truth.YES, Truth.NO, None))


def decided(table: Table, own: End, peer: End, address: int, port: int) -> bool:
    """Ask rule by rule, as the documentation of the firewalls has it."""
    place = own.addresses.spans[0][0]
    stage = 0
    while stage <= 1:
        ranked = sorted(
            (rule for rule in table.rules if rule.stage == stage),
            key=lambda rule: (rule.order, rule.allows is Truth.YES),
        )
        for rule in ranked:
            from_ = address in rule.peers.certain or rule.peer_groups & peer.groups
            to = place in rule.own.certain or rule.own_groups & own.groups
            if from_ and to and port in rule.services.certain:
                if rule.allows is None:
                    break
                return rule.allows is Truth.YES
        stage += 1
    return table.otherwise is Truth.YES


@given(st.lists(certain_rules, max_size=6), st.sampled_from([Truth.YES, Truth.NO]), ends, ends)
def test_a_table_lets_through_what_asking_rule_by_rule_lets_through(
    listed: list[Rule], otherwise: Truth, own: End, peer: End
) -> None:
    table = Table(id="table", rules=tuple(listed), otherwise=otherwise)

    found = passed(table, own, peer).traffic

    assert found.certain == found.possible
    for address, port in product(range(4), range(4)):
        packet = box(Ints(((address, address),)), Ints(((port, port),)))
        assert found.certain.covers(packet) == decided(table, own, peer, address, port)


@given(st.data(), ends, ends)
def test_what_is_seen_in_part_is_between_all_that_it_may_be(data: st.DataObject, own: End, peer: End) -> None:
    """Whatever the unseen values are, what is let through has all that is certain and nothing past the possible."""
    vague = data.draw(st.lists(rules(doubtful(), (Truth.YES, Truth.NO)), max_size=4))
    sharp = [
        Rule(
            id=rule.id,
            says=rule.says,
            stage=rule.stage,
            order=rule.order,
            allows=rule.allows,
            services=known(data.draw(st.sampled_from([rule.services.certain, rule.services.possible]))),
            peers=known(data.draw(st.sampled_from([rule.peers.certain, rule.peers.possible]))),
            peer_groups=rule.peer_groups,
            own=known(data.draw(st.sampled_from([rule.own.certain, rule.own.possible]))),
            own_groups=rule.own_groups,
        )
        for rule in vague
    ]

    unsure = passed(Table(id="table", rules=tuple(vague)), own, peer).traffic
    sure = passed(Table(id="table", rules=tuple(sharp)), own, peer).traffic

    assert sure.certain.covers(unsure.certain)
    assert unsure.possible.covers(sure.certain)


@given(st.lists(certain_rules, min_size=1, max_size=4), ends, ends)
def test_a_rule_whose_place_is_not_known_leaves_open_what_it_could_change(
    listed: list[Rule], own: End, peer: End
) -> None:
    astray = replace(listed[0], allows=Truth.NO, order=None, stage=0)
    with_it = passed(Table(id="table", rules=(astray, *listed[1:]), otherwise=Truth.YES), own, peer).traffic
    without = passed(Table(id="table", rules=tuple(listed[1:]), otherwise=Truth.YES), own, peer).traffic

    assert without.certain.covers(with_it.certain)
    assert with_it.possible.covers(without.certain)


@given(st.lists(certain_rules, max_size=4), ends, ends)
def test_a_table_that_may_have_more_rules_is_certain_of_nothing(listed: list[Rule], own: End, peer: End) -> None:
    found = passed(Table(id="table", rules=tuple(listed), more="not read"), own, peer).traffic

    assert not found.certain
    assert found.unknowns == ("not read",)
