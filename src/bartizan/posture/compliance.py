"""Judges frameworks: requirement by requirement, from how the rules turned out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bartizan.core.claim import Framework, Requirement, Rule
from bartizan.core.finding import Verdict
from bartizan.core.report import FrameworkResult, RequirementResult, Tally


def judged(framework: Framework, rules: Iterable[Rule[Any]], tallies: Mapping[str, Tally]) -> FrameworkResult:
    """Return how a framework turned out, given how often each rule passed, failed and could not be judged."""
    by_objective: dict[str, list[str]] = {}
    for rule in rules:
        for objective in rule.serves:
            by_objective.setdefault(objective, []).append(rule.id)
    return FrameworkResult(
        id=framework.id,
        title=framework.title,
        requirements=[_requirement(each, by_objective, tallies) for each in framework.requirements],
    )


def judges(requirement: Requirement, by_objective: Mapping[str, list[str]]) -> list[str]:
    """Return the ids of the rules that judge a requirement."""
    named = [*requirement.rules, *(rule for o in requirement.objectives for rule in by_objective.get(o, ()))]
    return list(dict.fromkeys(named))


def _requirement(
    requirement: Requirement, by_objective: Mapping[str, list[str]], tallies: Mapping[str, Tally]
) -> RequirementResult:
    seen = {rule: tallies[rule] for rule in judges(requirement, by_objective) if rule in tallies}
    failed = tuple(rule for rule, tally in seen.items() if tally.failed)
    unknown = tuple(rule for rule, tally in seen.items() if tally.unknown)
    passed = tuple(rule for rule, tally in seen.items() if tally.passed and not tally.failed and not tally.unknown)
    verdict, why = _verdict(requirement, failed, unknown, passed)
    return RequirementResult(
        id=requirement.id,
        title=requirement.title,
        verdict=verdict,
        why=why,
        failed=failed,
        unknown=unknown,
        passed=passed,
    )


def _verdict(
    requirement: Requirement, failed: tuple[str, ...], unknown: tuple[str, ...], passed: tuple[str, ...]
) -> tuple[Verdict | None, str]:
    if requirement.manual:
        return None, requirement.manual
    if not (requirement.rules or requirement.objectives):
        return Verdict.UNKNOWN, "no rule judges it yet"
    if failed:
        return Verdict.FAIL, ""
    if unknown:
        return Verdict.UNKNOWN, "some of what it is about could not be judged"
    if passed:
        return Verdict.PASS, ""
    return Verdict.UNKNOWN, "nothing that it is about was seen"
