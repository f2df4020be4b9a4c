"""Groups: the order of what to fix, and the numbers."""

from __future__ import annotations

from dataclasses import replace

from bartizan.core.claim import Severity
from bartizan.core.finding import Verdict
from bartizan.core.priority import Decision, Priority
from bartizan.report.group import group, listed, total
from tests.report.sample import REPORT


def test_groups_are_ordered_by_severity_then_number_then_rule() -> None:
    groups = group(REPORT, REPORT.failures())

    assert [(one.card.severity.value, len(one.findings)) for one in groups] == [
        ("critical", 2),
        ("high", 10),
        ("high", 2),
        ("high", 1),
        ("medium", 2),
        ("medium", 1),
        ("medium", 1),
    ]
    assert [one.card.id for one in groups[-2:]] == ["compose-no-plain-secret", "docker-image-not-root"]


def test_accepted_failures_are_counted_apart() -> None:
    totals = total(REPORT)

    assert (totals.passed, totals.failed, totals.unknown) == (31, 22, 10)
    assert (totals.open, totals.accepted) == (19, 3)
    assert dict(totals.suppressed) == {"baseline": 1, "comment": 1, "waiver": 1}


def test_every_severity_has_a_number_worst_first() -> None:
    assert [(severity.value, number) for severity, number in total(REPORT).severities.items()] == [
        ("critical", 2),
        ("high", 13),
        ("medium", 4),
        ("low", 0),
    ]


def test_what_is_listed_is_what_is_shown_and_not_accepted() -> None:
    assert len(listed(REPORT, frozenset({Verdict.FAIL}))) == 19
    assert len(listed(REPORT, frozenset({Verdict.UNKNOWN}))) == 2
    assert listed(REPORT, frozenset()) == []


def test_what_lies_on_an_attack_path_comes_before_what_is_more_severe() -> None:
    low = next(each for each in REPORT.findings if each.rule == "compose-no-plain-secret")
    report = replace(REPORT, findings=(*REPORT.findings, replace(low, asset="compose.yaml/web", paths=("p",))))

    first, second, *_ = group(report, report.failures())

    assert first.card.id == "compose-no-plain-secret"
    assert [finding.asset for finding in first.findings] == ["compose.yaml/web", "compose.yaml/db"]
    assert second.card.severity is Severity.CRITICAL


def test_the_more_urgent_finding_of_a_group_comes_first() -> None:
    one = next(each for each in REPORT.findings if each.rule == "compose-no-plain-secret")
    found = [
        replace(one, asset=decision.value, priority=Priority(decision=decision, days=None, inputs=(), score=1.0))
        for decision in reversed(Decision)
    ]

    (only,) = group(REPORT, [one, *found])

    assert [finding.asset for finding in only.findings] == [
        "act", "attend", "track closely", "track", "compose.yaml/db"
    ]  # fmt: skip
