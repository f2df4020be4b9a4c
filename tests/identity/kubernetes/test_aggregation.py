"""Aggregated roles: label selectors, and what is gathered through them."""

from __future__ import annotations

import pytest

from bartizan.core.truth import Truth
from bartizan.identity.hole import hole
from bartizan.identity.kubernetes.aggregation import parts, selects
from bartizan.identity.kubernetes.estate import Selector
from tests.identity.kubernetes.making import role, rule

LABELS = {"team": "shop", "tier": "web"}


@pytest.mark.parametrize(
    ("selector", "held"),
    [
        (Selector(), Truth.YES),
        (Selector(labels={"team": "shop"}), Truth.YES),
        (Selector(labels={"team": "shop", "tier": "db"}), Truth.NO),
        (Selector(labels={"none": "x"}), Truth.NO),
        (Selector(expressions=(("team", "In", ("shop", "ops")),)), Truth.YES),
        (Selector(expressions=(("team", "In", ()),)), Truth.NO),
        (Selector(expressions=(("team", "NotIn", ("ops",)),)), Truth.YES),
        (Selector(expressions=(("none", "NotIn", ("ops",)),)), Truth.YES),
        (Selector(expressions=(("team", "Exists", ()),)), Truth.YES),
        (Selector(expressions=(("team", "DoesNotExist", ()),)), Truth.NO),
        (Selector(labels={"team": "shop"}, expressions=(("tier", "In", ("db",)),)), Truth.NO),
        (Selector(labels={"team": hole("team")}), Truth.UNKNOWN),
        (Selector(expressions=(("team", "Like", ("s*",)),)), Truth.UNKNOWN),
        (Selector(more="it was not read"), Truth.UNKNOWN),
    ],
)
def test_a_selector_fits_labels(selector: Selector, held: Truth) -> None:
    assert selects(selector, LABELS, unseen=False) is held


def test_labels_that_were_not_seen_may_fit() -> None:
    assert selects(Selector(labels={"none": "x"}), LABELS, unseen=True) is Truth.UNKNOWN
    assert selects(Selector(labels={"team": "ops"}), LABELS, unseen=True) is Truth.NO


def test_own_rules_of_an_aggregated_role_are_replaced() -> None:
    whole = role("whole", rule("*", "*"), selectors=(Selector(labels={"in": "whole"}),))
    part = role("part", rule("get", "pods"), labels={"in": "whole"})

    found, doubts = parts(whole, [whole, part])

    assert [(each.role, each.number) for each in found] == [("ClusterRole/part", 0)]
    assert not doubts


def test_a_ring_of_aggregated_roles_ends() -> None:
    one = role("one", selectors=(Selector(labels={"in": "one"}),), labels={"in": "two"})
    two = role("two", selectors=(Selector(labels={"in": "two"}),), labels={"in": "one"})

    assert parts(one, [one, two]) == ([], [])


def test_no_selector_gathers_nothing() -> None:
    assert parts(role("whole", selectors=()), [role("part", rule("get", "pods"))]) == ([], [])
