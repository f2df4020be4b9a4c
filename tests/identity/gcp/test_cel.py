"""Conditions in the Common Expression Language, judged three-valued."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Truth
from bartizan.identity.gcp.cel.expression import Malformed, parsed
from bartizan.identity.gcp.cel.judge import Names, Surroundings, judge, time_of
from bartizan.identity.hole import hole

NAME = "projects/_/buckets/orders/objects/invoices/1"
HERE = Surroundings(
    values={
        "resource.name": Names((NAME,)),
        "resource.type": "storage.googleapis.com/Object",
        "resource.service": "storage.googleapis.com",
        "request.time": time_of("2026-03-01T12:30:00Z"),
        "destination.port": 22,
    },
    tags={"12/env": "prod"},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", Truth.YES),
        ("!true", Truth.NO),
        ("resource.name.startsWith('projects/_/buckets/orders/objects/invoices/')", Truth.YES),
        ("resource.name.startsWith('projects/_/buckets/other')", Truth.NO),
        ("resource.name.endsWith('/1') && resource.type == 'storage.googleapis.com/Object'", Truth.YES),
        ('resource.service != "storage.googleapis.com"', Truth.NO),
        ("resource.type in ['a', 'storage.googleapis.com/Object']", Truth.YES),
        ("request.time < timestamp('2027-01-01T00:00:00Z')", Truth.YES),
        ("request.time > timestamp('2027-01-01T00:00:00Z')", Truth.NO),
        ("request.time.getHours() >= 9 && request.time.getHours() <= 17", Truth.YES),
        ("request.time < timestamp('2026-03-01T00:00:00Z') + duration('1h')", Truth.NO),
        ("request.time.getDayOfWeek() == 0", Truth.YES),
        ("destination.port == 22 || destination.port == 3389", Truth.YES),
        ("resource.matchTag('12/env', 'prod')", Truth.YES),
        ("resource.matchTag('12/env', 'test') || resource.hasTagKey('12/team')", Truth.NO),
        ("resource.name.extract('/objects/{folder}/') == 'invoices'", Truth.YES),
        ("(resource.type == 'x' ? false : true)", Truth.YES),
        ("size(resource.type) > 3 && -1 < 0", Truth.YES),
        ("// who may\ntrue", Truth.YES),
        ("'a//b' == 'a//b'", Truth.YES),
        ("'it\\'s' == \"it's\"", Truth.YES),
    ],
)
def test_condition_is_judged(text: str, expected: Truth) -> None:
    assert judge(text, HERE).truth is expected


@pytest.mark.parametrize(
    ("text", "says", "unless"),
    [
        ("request.time < timestamp('2027-01-01T00:00:00Z')", "request.time < timestamp('2027-01-01T00:00:00Z')", False),
        ("!(origin.ip == '10.0.0.1')", "origin.ip == '10.0.0.1'", True),
        ("true && destination.port == 22", "destination.port == 22", False),
        ("origin.ip == 'a' || origin.ip == 'b'", "origin.ip == 'a' || origin.ip == 'b'", False),
        (
            "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/viewer'])",
            "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/viewer'])",
            False,
        ),
    ],
)
def test_what_the_request_decides_is_a_residual(text: str, says: str, unless: bool) -> None:
    outcome = judge(text, Surroundings())

    assert outcome.truth is Truth.UNKNOWN
    assert [(each.says, each.unless) for each in outcome.residuals] == [(says, unless)]
    assert not outcome.unknowns


def test_tags_that_were_not_read_are_unknown_not_residual() -> None:
    outcome = judge("resource.matchTag('12/env', 'prod')", Surroundings())

    assert outcome.truth is Truth.UNKNOWN
    assert outcome.unknowns
    assert not outcome.residuals


def test_a_name_with_a_hole_may_begin_with_anything_the_hole_may_be() -> None:
    name = f"projects/_/buckets/{hole('name')}"
    where = Surroundings(values={"resource.name": Names((name,))})

    assert judge("resource.name.startsWith('projects/_/buckets/x')", where).truth is Truth.UNKNOWN
    assert judge("resource.name.startsWith('projects/_/')", where).truth is Truth.YES
    assert judge("resource.name.startsWith('folders/')", where).truth is Truth.NO


@pytest.mark.parametrize(
    "text", ["", "(", "a ==", "'open", "a b", "1 +", "resource.", "[1,", "&&", "(" * 500, "!" * 90]
)
def test_malformed_condition_is_unknown_with_the_reason(text: str) -> None:
    outcome = judge(text, HERE)

    assert outcome.truth is Truth.UNKNOWN
    assert outcome.unknowns


@given(st.text(alphabet="ab.('\")[]!&|=<>+-,? 1\\\n/", max_size=40))
def test_no_text_makes_the_judge_raise(text: str) -> None:
    assert judge(text, HERE).truth in Truth


_ATOMS = st.sampled_from(
    ["true", "false", "destination.port == 1", "origin.ip == 'x'", "resource.matchTag('9/a', 'b')"]
)
_EXPRESSIONS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        inner.map(lambda text: f"!({text})"),
        st.tuples(inner, st.sampled_from(["&&", "||"]), inner).map(lambda three: f"({' '.join(three)})"),
    ),
    max_leaves=6,
)


@given(_EXPRESSIONS)
def test_negation_is_minus_and_twice_is_nothing(text: str) -> None:
    once = judge(text, Surroundings()).truth

    assert judge(f"!({text})", Surroundings()).truth is -once
    assert judge(f"!(!({text}))", Surroundings()).truth is once


@given(_EXPRESSIONS, st.integers(0, 3), st.sampled_from(["x", "y"]))
def test_knowing_more_never_turns_an_answer_around(text: str, port: int, address: str) -> None:
    before = judge(text, Surroundings()).truth
    values = {"destination.port": port, "origin.ip": address}

    after = judge(text, Surroundings(values=values, tags={})).truth

    assert before in (after, Truth.UNKNOWN)


def test_text_of_a_part_is_what_is_written() -> None:
    assert [part.text for part in parsed("a.b == 'c' && !d").parts] == ["a.b == 'c'", "!d"]


def test_nesting_has_a_bound() -> None:
    with pytest.raises(Malformed):
        parsed("(" * 100 + "true" + ")" * 100)
