"""Expressions give what Terraform's own console gave for them (1.11.4); the table holds both."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from bartizan.collect.iac.terraform.convert import json_text
from bartizan.collect.iac.terraform.expression import Parser
from bartizan.collect.iac.terraform.plain import plain
from bartizan.collect.iac.terraform.scope import NOWHERE
from bartizan.collect.iac.terraform.values import Fault, Json
from bartizan.core.truth import Unknown
from tests.collect.iac.terraform.planting import expression_of

TABLE = [json.loads(line) for line in (Path(__file__).parent / "expressions.jsonl").read_text("utf-8").splitlines()]
GIVEN = [row for row in TABLE if "gives" in row]
REFUSED = [row["expression"] for row in TABLE if "refused" in row]


def evaluate(expression: str) -> Any:
    parser = Parser(expression)
    value = parser.expression()(NOWHERE)
    assert parser.pos == len(expression)
    return json_text(value.value) if isinstance(value, Json) else plain(value)


def alike(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool) or one is None or other is None:
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-12)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    return bool(one == other)


@pytest.mark.parametrize("row", GIVEN, ids=[row["expression"] for row in GIVEN])
def test_expression_gives_what_terraform_gives(row: dict[str, Any]) -> None:
    found = evaluate(row["expression"])

    assert alike(found, row["gives"]), found


@pytest.mark.parametrize("expression", REFUSED)
def test_what_terraform_refuses_is_refused_or_unknown(expression: str) -> None:
    try:
        found = evaluate(expression)
    except Fault:
        return

    assert isinstance(found, Unknown), found


@pytest.mark.parametrize("name", ["timestamp", "uuid", "plantimestamp", 'bcrypt("x")', "provider::aws::arn_parse"])
def test_what_depends_on_the_moment_or_a_provider_is_unknown(name: str) -> None:
    found = evaluate(name if name.endswith(")") else f"{name}()")

    assert isinstance(found, Unknown)
    assert name.partition("(")[0] in found.why


def test_functions_that_are_not_known_are_unknown_with_their_name() -> None:
    found = evaluate("frobnicate(1)")

    assert found == Unknown('the function "frobnicate" is not known')


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+$", "(a|a)*$", "(a|b|ab)*c", r"(\w+\s?)*$", "(x+x+)+y", "(a?b?)*c", "(.*,){11}P", "((a)*)*", "((a+)b)*c"],
)
def test_patterns_that_may_take_exponential_time_are_not_run(pattern: str) -> None:
    """Terraform's engine takes linear time; this one does not, and a scanned file chooses the pattern."""
    found = evaluate(f'regex({json.dumps(pattern)}, "{"a" * 60}!")')

    assert isinstance(found, Unknown)
    assert "too long" in found.why


@pytest.mark.parametrize(
    ("pattern", "subject", "gives"),
    [
        (r"(?i)((?:/[^/]+){0,8}/)?([^/]+)?((?:/[^/]+){3}/)([^/]+)$", "/providers/M/groups/g/", None),
        (r"^([a-z0-9]+(-[a-z0-9]+)*)$", "a-b-c1", ["a-b-c1", "-c1"]),
        (r"^(?:\.[a-z]+)+$", ".a.bc", ".a.bc"),
        (r"^(foo|bar)+$", "foobarfoo", ["foo"]),
        (r"[[:upper:]]{2}[\]x]", "aBC]", "BC]"),
    ],
)
def test_ordinary_patterns_are_run(pattern: str, subject: str, gives: Any) -> None:
    expression = f"try(regex({json.dumps(pattern)}, {json.dumps(subject)}), null)"

    assert evaluate(expression) == gives


@pytest.mark.parametrize(
    "expression",
    [
        "pow(10, 1000000)",
        "1e999999999",
        "[for a in range(1024) : [for b in range(1024) : [for c in range(1024) : c]]]",
        "setproduct(range(1000), range(1000), range(1000))",
        'format("%2000000000d", 1)',
        'replace(join("", [for i in range(1024) : "aaaaaaaaaa"]), "a", join("", [for i in range(1024) : "b"]))',
    ],
)
def test_numbers_and_collections_are_bounded(expression: str) -> None:
    assert isinstance(expression_of(expression), Unknown)
