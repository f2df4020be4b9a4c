"""What a text must have for a rule to match: never more than the rule asks for."""

from __future__ import annotations

import re
from typing import Any

import pytest
from ast_grep_py import SgRoot
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.collect.code.search.need import NOTHING, found, letters, needed
from bartizan.collect.code.search.ready import config, narrowed
from bartizan.collect.code.search.seen import Lookout, Seen


def asked(*clauses: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(clause.split()) for clause in clauses)


@pytest.mark.parametrize(
    ("expression", "need"),
    [
        (r"^requests\.get$", asked("requests", "get")),
        (r"requests\.(?:get|post)", asked("requests", "get post")),
        (r"(?:abc|def)?xyz", asked("xyz")),
        (r"colou?r", asked("colo")),
        (r"colo+ur", asked("colo")),
        (r"abc{0,3}de", NOTHING),
        (r"[a-z]ing", asked("ing")),
        (r"(?i)select", NOTHING),
        (r"a|bcd", NOTHING),
        (r"\w+\.\d+", NOTHING),
        ("one\u202e", asked("one", "\u202e")),
    ],
)
def test_the_letters_of_an_expression(expression: str, need: frozenset[frozenset[str]]) -> None:
    assert letters(expression) == need


def test_a_rule_needs_what_its_parts_need() -> None:
    rule = {
        "kind": "call",
        "all": [
            {"has": {"field": "function", "regex": "^eval$"}},
            {"any": [{"pattern": "request.args"}, {"regex": "form"}]},
        ],
        "not": {"regex": "literal_eval"},
    }

    assert needed(rule, {}, letters) == asked("eval", "request form", "args form")


def test_a_constraint_counts_where_its_name_is_bound() -> None:
    assert needed({"pattern": "$CALL($ARG)"}, {"CALL": {"regex": "^eval$"}}, letters) == asked("eval")


expressions = st.recursive(
    st.sampled_from(["abc", "de", "xyz1", r"\.", r"\w", "[abc]", ".", "(?i:Qrs)"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        inner.map(lambda part: f"(?:{part})?"),
        inner.map(lambda part: f"(?:{part})+"),
        inner.map(lambda part: f"(?:{part}){{0,2}}"),
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(expression=expressions, data=st.data())
def test_what_matches_has_what_is_needed(expression: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(expression, re.ASCII), fullmatch=True))
    words, whole = letters(f"^{expression}$"), found(f"^{expression}$")

    seen = Seen(f"x {text} y", Lookout([words], [whole]))

    assert seen.has_words(words)
    assert seen.has_expressions(whole) or "\n" in text


@pytest.mark.parametrize(
    ("expression", "ascii"),
    [
        (r"\w+", "[A-Za-z0-9_]+"),
        (r"[\w.]", "[A-Za-z0-9_.]"),
        (r"\bab\b", r"(?-u:\b)ab(?-u:\b)"),
        (r"\\w", r"\\w"),
        (r"\S", r"\S"),
    ],
)
def test_classes_are_narrowed_to_ascii(expression: str, ascii: str) -> None:
    assert narrowed(expression) == ascii


def test_a_part_that_comes_again_is_told_once() -> None:
    part, alike = ({"kind": "string", "regex": "abc"} for _ in range(2))

    made = config(
        {"any": [part, {"has": alike}, {"kind": "comment"}, {"has": {"kind": "comment", "stopBy": "end"}}]}, None
    )

    assert made["utils"] == {"part0": part}
    assert made["rule"]["any"][:2] == [{"matches": "part0"}, {"has": {"matches": "part0"}}]
    assert made["rule"]["any"][2:] == [{"kind": "comment"}, {"has": {"kind": "comment", "stopBy": "end"}}]


def test_a_name_bound_in_a_part_told_once_is_the_same_everywhere() -> None:
    name = {"pattern": "$N"}
    first, second = ({"has": {"all": [{"nthChild": number}, name]}} for number in (1, 2))
    rule: Any = config({"kind": "argument_list", "all": [first, second]}, None)

    found = SgRoot("f(a, a)\nf(a, b)\n", "python").root().find_all(rule)

    assert rule["utils"] == {"part0": name}
    assert [node.text() for node in found] == ["(a, a)"]
