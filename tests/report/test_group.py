"""Groups: the order of what to fix, and the numbers."""

from __future__ import annotations

from bartizan.core.finding import Verdict
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
