"""Frameworks: a requirement passes only when something it is about was seen, and all of that passed."""

import pytest

from bartizan.core.claim import Framework, Requirement
from bartizan.core.finding import Verdict
from bartizan.core.report import RequirementResult, Tally
from bartizan.posture.compliance import judged


def result(requirement: Requirement, **tallies: Tally) -> RequirementResult:
    framework = Framework(id="f", title="F", publisher="P", version="1", url="u", requirements=(requirement,))
    (only,) = judged(framework, [], tallies).requirements
    return only


@pytest.mark.parametrize(
    ("tallies", "verdict"),
    [
        ({"a": Tally(passed=2), "b": Tally(passed=1)}, Verdict.PASS),
        ({"a": Tally(passed=2), "b": Tally(failed=1, passed=9)}, Verdict.FAIL),
        ({"a": Tally(passed=2), "b": Tally(unknown=1)}, Verdict.UNKNOWN),
        ({"a": Tally(failed=1), "b": Tally(unknown=1)}, Verdict.FAIL),
        ({"a": Tally(passed=2)}, Verdict.PASS),
        ({}, Verdict.UNKNOWN),
        ({"other": Tally(passed=2)}, Verdict.UNKNOWN),
    ],
)
def test_a_requirement_is_as_good_as_its_worst_rule(tallies: dict[str, Tally], verdict: Verdict) -> None:
    assert result(Requirement(id="1", title="t", rules=("a", "b")), **tallies).verdict is verdict


def test_what_cannot_be_automated_is_neither_passed_nor_failed() -> None:
    found = result(Requirement(id="1", title="t", manual="it is about people"))

    assert (found.verdict, found.why) == (None, "it is about people")


def test_a_requirement_without_rules_is_unknown_not_pass() -> None:
    found = result(Requirement(id="1", title="t"))

    assert (found.verdict, found.why) == (Verdict.UNKNOWN, "no rule judges it yet")
