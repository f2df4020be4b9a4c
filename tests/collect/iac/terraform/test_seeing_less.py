"""Seeing less never changes an answer: it only makes it unknown."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.iac.terraform.expression import Parser
from bartizan.collect.iac.terraform.plain import plain
from bartizan.collect.iac.terraform.scope import Nowhere, Scope
from bartizan.collect.iac.terraform.values import Fault, Json, Rest, is_shuffled, unknown_in
from bartizan.core.truth import Composite, Unknown

KNOWN: dict[str, Any] = {
    "t": True,
    "f": False,
    "n": 2,
    "s": "b",
    "e": "",
    "l": ["b", "a", "b"],
    "nil": None,
    "o": {"a": "b", "k": "v"},
    "ll": [["a"], []],
    "empty": [],
}


class Seen(Nowhere):
    """A module whose variables are known, or some of them hidden."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self.hidden = hidden

    def variable(self, name: str) -> Any:
        return Unknown(f"{name} is hidden") if name in self.hidden else KNOWN[name]


def leaf(*names: str) -> st.SearchStrategy[str]:
    return st.sampled_from([f"var.{name}" for name in names])


def joined(shape: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map(lambda found: shape.format(*found))


def build() -> st.SearchStrategy[str]:
    """Return expressions, grouped by what they mostly give, one over the other.

    `try` and `can` are asked about variables only: of `[t.x, 1][1]` it is told what it is even if `t.x` may fail.
    """
    truths = leaf("t", "f") | st.sampled_from(["true", "false"])
    truths |= joined("can({}[{}])", leaf("l", "empty", "ll", "s"), leaf("n"))
    truths |= joined("can(upper({}))", leaf("s", "nil", "l"))
    texts = leaf("s", "e", "nil") | st.sampled_from(['"b"', '""', '"a"', '"xb"', "null"])
    texts |= joined('try({}[{}], "none")', leaf("l", "empty"), leaf("n"))
    texts |= joined('try({}.a, upper({}), "none")', leaf("o", "s"), leaf("s", "nil"))
    numbers = leaf("n") | st.sampled_from(["0", "1", "2"])
    lists = leaf("l", "empty", "ll") | st.sampled_from(["[]", '["b"]', '["a", "c"]'])
    maps = leaf("o") | st.sampled_from(["{}", '{ a = "b" }', '{ z = "1" }'])
    for _ in range(3):
        truths, texts, numbers, lists, maps = _deeper(truths, texts, numbers, lists, maps)
    return truths | texts | numbers | lists | maps


def _deeper(
    truths: st.SearchStrategy[str],
    texts: st.SearchStrategy[str],
    numbers: st.SearchStrategy[str],
    lists: st.SearchStrategy[str],
    maps: st.SearchStrategy[str],
) -> tuple[st.SearchStrategy[str], ...]:
    any_value = truths | texts | numbers | lists | maps
    return (
        truths
        | joined("({} && {})", truths, truths)
        | joined("({} || {})", truths, truths)
        | joined("!{}", truths)
        | joined("({} == {})", any_value, any_value)
        | joined("({} != {})", any_value, any_value)
        | joined("({} < {})", numbers, numbers)
        | joined("contains({}, {})", lists, texts)
        | joined("alltrue([{}, {}])", truths, truths)
        | joined("anytrue([{}, {}])", truths, truths)
        | joined("startswith({}, {})", texts, texts)
        | joined("endswith({}, {})", texts, texts)
        | joined("strcontains({}, {})", texts, texts),
        texts
        | joined('"x${{{}}}y"', texts)
        | joined('"${{{}}}-${{{}}}"', texts, numbers)
        | joined("({} ? {} : {})", truths, texts, texts)
        | joined('lookup({}, {}, "none")', maps, texts)
        | joined('coalesce({}, {}, "last")', texts, texts)
        | joined("join({}, {})", texts, lists)
        | joined('format("%s/%s", {}, {})', texts, texts)
        | joined("upper({})", texts)
        | joined("element({}, {})", lists, numbers)
        | joined("one({})", lists)
        | joined('replace({}, "b", {})', texts, texts)
        | joined('"%{{ for v in {} }}<${{v}}>%{{ endfor }}"', lists)
        | joined('"%{{ if {} }}yes%{{ else }}no%{{ endif }}"', truths)
        | joined("jsonencode({})", any_value)
        | joined("yamlencode({})", any_value),
        numbers
        | joined("length({})", lists)
        | joined("length({})", maps)
        | joined("({} + {})", numbers, numbers)
        | joined("({} ? {} : {})", truths, numbers, numbers)
        | joined("max({}, {})", numbers, numbers),
        _deeper_lists(truths, texts, numbers, lists, maps),
        maps
        | joined("merge({}, {})", maps, maps)
        | joined("{{ a = {}, ({}) = {} }}", texts, texts, texts)
        | joined("{{for v in {} : v => {}}}", lists, texts)
        | joined("{{for v in {} : v => v...}}", lists)
        | joined('zipmap({}, ["1", "2", "3"])', lists)
        | joined("({} ? {} : {})", truths, maps, maps)
        | joined("jsondecode(jsonencode({}))", maps),
    )


def _deeper_lists(
    truths: st.SearchStrategy[str],
    texts: st.SearchStrategy[str],
    numbers: st.SearchStrategy[str],
    lists: st.SearchStrategy[str],
    maps: st.SearchStrategy[str],
) -> st.SearchStrategy[str]:
    any_value = truths | texts | numbers | lists | maps
    return (
        lists
        | joined("[{}, {}]", texts, texts)
        | joined("concat({}, {})", lists, lists)
        | joined("[for v in {} : v]", lists)
        | joined("[for v in {} : v if v != {}]", lists, texts)
        | joined("[for k, v in {} : v]", maps)
        | joined("{}[*]", any_value)
        | joined("flatten([{}, {}])", lists, lists)
        | joined("distinct({})", lists)
        | joined("compact({})", lists)
        | joined("toset({})", lists)
        | joined("tolist(toset({}))", lists)
        | joined("reverse({})", lists)
        | joined("slice({}, 0, {})", lists, numbers)
        | joined("setunion({}, {})", lists, lists)
        | joined("setproduct({}, {})", lists, lists)
        | joined("coalescelist({}, {})", lists, lists)
        | joined("chunklist({}, {})", lists, numbers)
        | joined("keys({})", maps)
        | joined("values({})", maps)
        | joined('split(",", {})', texts)
        | joined("({} ? {} : {})", truths, lists, lists)
        | joined("try(flatten({}), {})", leaf("l", "ll", "nil"), lists)
    )


def evaluate(expression: str, hidden: frozenset[str]) -> Any:
    return Parser(expression).expression()(Scope(Seen(hidden)))


def covers(less: Any, full: Any) -> bool:
    """Tell whether a value seen in part leaves room for the one seen in full."""
    if isinstance(less, Json):
        return isinstance(full, Json) and covers(less.value, full.value)
    if isinstance(less, Composite):
        return isinstance(full, str) and re.fullmatch(pattern(less), full, re.DOTALL) is not None
    if isinstance(less, Unknown):
        return True
    if isinstance(less, list):
        return isinstance(full, list) and covers_list(less, full)
    if isinstance(less, dict):
        return isinstance(full, dict) and less.keys() == full.keys() and all(covers(less[k], full[k]) for k in less)
    return type(less) is type(full) and less == full


def covers_list(less: list[Any], full: list[Any]) -> bool:
    """Match members one by one; a `Rest` stands for any number, and sets with unseen members for any order."""
    if is_shuffled(less):
        known = [item for item in less if unknown_in(item) is None]
        return all(any(covers(item, other) for other in full) for item in known)
    if not less:
        return not full
    if isinstance(less[0], Rest):
        return any(covers_list(less[1:], full[skipped:]) for skipped in range(len(full) + 1))
    return bool(full) and covers(less[0], full[0]) and covers_list(less[1:], full[1:])


def pattern(text: Composite) -> str:
    return "".join(re.escape(part) if isinstance(part, str) else ".*" for part in text.parts)


@given(build(), st.frozensets(st.sampled_from(sorted(KNOWN)), min_size=1))
def test_hiding_a_variable_never_changes_what_is_still_known(expression: str, hidden: frozenset[str]) -> None:
    try:
        full = evaluate(expression, frozenset())
    except Fault:
        return

    try:
        less = evaluate(expression, hidden)
    except Fault as fault:
        raise AssertionError(f"{expression} without {sorted(hidden)} is refused: {fault}") from None

    assert covers(less, full), (expression, sorted(hidden), plain(less), plain(full))
