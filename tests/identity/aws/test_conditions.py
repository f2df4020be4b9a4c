"""Conditions: every operator, several values and keys, missing keys, set operators, open and unseen keys."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.access import Verdict
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.grammar import OPERATORS
from bartizan.identity.hole import hole
from tests.identity.aws.scene import ABROAD, NO, ROLE, SESSION, UNKNOWN, YES, allow, ask, deny, estate, role, user

CASES: list[tuple[str, Any, Any, Truth]] = [
    ("StringEquals", "a", "a", YES),
    ("StringEquals", "a", "A", NO),
    ("StringEquals", ["x", "a"], "a", YES),
    ("StringEquals", "a*", "ab", NO),
    ("StringNotEquals", "a", "b", YES),
    ("StringNotEquals", ["a", "b"], "b", NO),
    ("StringEqualsIgnoreCase", "aB", "Ab", YES),
    ("StringNotEqualsIgnoreCase", "aB", "Ab", NO),
    ("StringLike", "a*c?", "abbbcd", YES),
    ("StringLike", "a*", "Ab", NO),
    ("StringNotLike", ["a*", "b*"], "c", YES),
    ("NumericEquals", "10", "10.0", YES),
    ("NumericEquals", 10, "11", NO),
    ("NumericNotEquals", "10", "11", YES),
    ("NumericLessThan", "10", "9", YES),
    ("NumericLessThan", "10", "10", NO),
    ("NumericLessThanEquals", "10", "10", YES),
    ("NumericGreaterThan", "10", "10.5", YES),
    ("NumericGreaterThanEquals", "10", "9.9", NO),
    ("NumericEquals", "ten", "ten", NO),
    ("DateEquals", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", YES),
    ("DateNotEquals", "2026-01-01T00:00:00Z", "2026-01-02", YES),
    ("DateLessThan", "2026-06-01", "2026-05-31T23:59:59Z", YES),
    ("DateLessThanEquals", "2026-06-01T00:00:00Z", "1780272000", YES),
    ("DateGreaterThan", "1767225600", "2026-01-01T00:00:01Z", YES),
    ("DateGreaterThanEquals", "2026-01", "2025", NO),
    ("DateEquals", "soon", "soon", NO),
    ("Bool", "true", "TRUE", YES),
    ("Bool", "false", "true", NO),
    ("BinaryEquals", "QmluYXJ5", "QmluYXJ5", YES),
    ("BinaryEquals", "QmluYXJ5", "QmluYXJ6", NO),
    ("IpAddress", "203.0.113.0/24", "203.0.113.7", YES),
    ("IpAddress", "203.0.113.7", "203.0.113.7", YES),
    ("IpAddress", "203.0.113.0/24", "203.0.114.7", NO),
    ("IpAddress", "0.0.0.0/0", "8.8.8.8", YES),
    ("IpAddress", "2001:db8::/32", "2001:DB8:0::1", YES),
    ("IpAddress", "0.0.0.0/0", "::1", NO),
    ("IpAddress", "here", "8.8.8.8", NO),
    ("NotIpAddress", ["10.0.0.0/8", "192.168.0.0/16"], "8.8.8.8", YES),
    ("ArnEquals", "arn:aws:sns:*:111111111111:news", "arn:aws:sns:us-east-1:111111111111:news", YES),
    ("ArnLike", "arn:aws:s3:::o?ders*", "arn:aws:s3:::orders", YES),
    ("ArnLike", "arn:aws:*:news", "arn:aws:sns:us-east-1:111111111111:news", NO),
    ("ArnLike", "arn:aws:sns:*:*:*", "arn:aws:sns:us-east-1:111111111111:a:b", YES),
    ("ArnNotEquals", "arn:aws:s3:::a", "arn:aws:s3:::b", YES),
    ("ArnNotLike", "arn:aws:s3:::*", "arn:aws:s3:::b", NO),
    ("Null", "true", "x", NO),
    ("Null", "false", "x", YES),
    ("ForAllValues:StringEquals", ["a", "b"], ("a", "b"), YES),
    ("ForAllValues:StringEquals", ["a", "b"], ("a", "c"), NO),
    ("ForAllValues:StringNotEquals", ["a", "b"], ("c", "d"), YES),
    ("ForAllValues:StringNotEquals", ["a"], ("a", "d"), NO),
    ("ForAnyValue:StringLike", ["a*"], ("x", "ab"), YES),
    ("ForAnyValue:StringLike", ["a*"], ("x", "y"), NO),
    ("ForAnyValue:StringNotEquals", ["a"], ("a", "b"), YES),
    ("ForAnyValue:StringNotEquals", ["a"], ("a",), NO),
    ("StringEquals", [], "a", NO),
    ("StringNotEquals", [], "a", YES),
]


def decided(condition: dict[str, Any], context: dict[str, Any], absent: bool = True) -> Truth:
    return ask(estate(user(allow(Condition=condition))), context=context, absent=absent).truth


@pytest.mark.parametrize(("operator", "wanted", "found", "expected"), CASES)
def test_operator(operator: str, wanted: object, found: object, expected: Truth) -> None:
    assert decided({operator: {"x:Key": wanted}}, {"x:key": found}) is expected


@pytest.mark.parametrize("operator", sorted(OPERATORS - {"null"}))
def test_missing_key_holds_for_negated_operators_alone(operator: str) -> None:
    expected = YES if "not" in operator else NO

    assert decided({operator: {"x:Key": "1"}}, {}) is expected


@pytest.mark.parametrize("operator", sorted(OPERATORS - {"null"}))
@pytest.mark.parametrize("each", ["", "ForAllValues:", "ForAnyValue:"])
def test_missing_key_holds_if_exists(operator: str, each: str) -> None:
    assert decided({f"{each}{operator}IfExists": {"x:Key": "1"}}, {}) is YES


@pytest.mark.parametrize("operator", sorted(OPERATORS - {"null"}))
def test_missing_key_holds_for_all_values_and_fails_for_any(operator: str) -> None:
    every = decided({f"ForAllValues:{operator}": {"x:Key": "1"}}, {})
    some = decided({f"ForAnyValue:{operator}": {"x:Key": "1"}}, {})

    assert (every, some) == (YES, NO)


def test_null_asks_whether_the_key_is_missing() -> None:
    assert decided({"Null": {"x:Key": "true"}}, {}) is YES
    assert decided({"Null": {"x:Key": "false"}}, {}) is NO
    assert decided({"Null": {"x:Key": "true"}}, {"x:key": ()}) is YES


def test_several_keys_and_operators_must_all_hold() -> None:
    condition = {"StringEquals": {"x:A": "1", "x:B": "2"}, "Bool": {"x:C": "true"}}

    assert decided(condition, {"x:a": "1", "x:b": "2", "x:c": "true"}) is YES
    assert decided(condition, {"x:a": "1", "x:b": "3", "x:c": "true"}) is NO


def test_open_key_of_an_allow_is_left_to_fulfil() -> None:
    world = estate(user(allow(Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}})))

    decision = ask(world, absent=False)

    assert decision.verdict is Verdict.CONDITIONAL
    assert [(item.says, item.unless) for item in decision.residuals] == [("aws:MultiFactorAuthPresent is true", False)]


def test_open_key_of_a_deny_is_left_to_avoid() -> None:
    world = estate(user(allow(), deny(Condition={"Bool": {"aws:SecureTransport": "false"}})))

    decision = ask(world, absent=False)

    assert decision.verdict is Verdict.CONDITIONAL
    assert [(item.says, item.unless) for item in decision.residuals] == [("aws:SecureTransport is false", True)]


def test_one_of_several_open_allows_has_to_be_fulfilled() -> None:
    statements = [allow(Condition={"StringEquals": {key: "1"}}) for key in ("x:a", "x:b")]

    (residual,) = ask(estate(user(*statements)), absent=False).residuals

    assert residual.says == "x:a is 1, or x:b is 1"


def test_key_that_is_open_decides_nothing_where_another_one_fails() -> None:
    condition = {"StringEquals": {"x:A": "1", "x:B": "2"}}

    assert decided(condition, {"x:b": "3"}, absent=False) is NO


def test_unknown_operator_is_unknown() -> None:
    decision = ask(estate(user(allow(Condition={"StringSounds": {"x:A": "1"}}))), context={"x:a": "1"})

    assert decision.verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("operator", ["StringEquals", "StringLike", "ArnLike", "NumericEquals", "IpAddress", "Bool"])
def test_hole_in_a_value_is_unknown(operator: str) -> None:
    decision = ask(estate(user(allow(Condition={operator: {"x:A": hole("var.x")}}))), context={"x:a": "arn:aws:s3:::a"})

    assert decision.verdict is Verdict.UNKNOWN


def test_same_hole_is_the_same_value() -> None:
    condition = {"StringEquals": {"aws:PrincipalOrgID": hole("org")}}

    assert decided(condition, {"aws:principalorgid": hole("org")}) is YES


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("aws:PrincipalArn", ROLE, YES),
        ("aws:PrincipalAccount", ABROAD, NO),
        ("aws:PrincipalOrgID", "o-1", YES),
        ("aws:PrincipalOrgPaths", "o-1/r-1/ou-1/", YES),
        ("aws:PrincipalType", "AssumedRole", YES),
        ("aws:PrincipalTag/Team", "blue", YES),
        ("aws:PrincipalTag/other", "blue", NO),
        ("aws:username", "app", NO),
        ("aws:userid", "AROAEXAMPLE:run", UNKNOWN),
        ("aws:userid", "AROAEXAMPLE:other", NO),
        ("aws:PrincipalIsAWSService", "false", YES),
        ("aws:SourceAccount", ABROAD, NO),
    ],
)
def test_estate_tells_keys_about_the_caller(key: str, value: str, expected: Truth) -> None:
    world = estate(role(allow(Condition={"StringEquals": {key: value}}), tags={"team": "blue"}))

    assert ask(world, SESSION, absent=False).truth is expected


def test_tags_that_were_not_seen_are_unknown() -> None:
    world = estate(user(allow(Condition={"StringEquals": {"aws:PrincipalTag/a": "b"}}), tags=Unknown("denied")))

    assert ask(world).verdict is Verdict.UNKNOWN


@given(
    st.sampled_from(sorted(OPERATORS - {"null"})),
    st.sampled_from(["", "ForAllValues:", "ForAnyValue:"]),
    st.booleans(),
    st.lists(st.sampled_from(["1", "a", "a*", "10.0.0.0/8", "2026-01-01", "true", "${aws:username}"]), max_size=3),
    st.none() | st.lists(st.sampled_from(["1", "a", "10.1.1.1", "2026-01-01", "true", "ann"]), max_size=3),
)
def test_filling_an_open_key_never_contradicts_the_open_answer(
    operator: str, each: str, if_exists: bool, wanted: list[str], found: list[str] | None
) -> None:
    condition = {f"{each}{operator}{'IfExists' if if_exists else ''}": {"x:Key": wanted}}

    before = decided(condition, {}, absent=False)
    after = decided(condition, {} if found is None else {"x:key": found})

    assert before in (UNKNOWN, after)
