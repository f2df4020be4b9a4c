"""The terminal report: what a person reads, with few findings and with many."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from bartizan.core.finding import Verdict
from bartizan.core.report import Coverage
from bartizan.report import Look
from tests.report.conftest import Render
from tests.report.sample import CLEAN, REPORT, large

SGR = re.compile(r"\x1b\[[0-9;]*m")


def test_the_report_as_it_is_read(render: Render, snapshot: SnapshotAssertion) -> None:
    assert render("terminal") == snapshot


def test_the_report_with_everything(render: Render, root: Path, snapshot: SnapshotAssertion) -> None:
    assert render("terminal", look=Look(root=root, verbose=True, show=frozenset(Verdict))) == snapshot


def test_the_report_of_many_findings(render: Render, snapshot: SnapshotAssertion) -> None:
    assert render("terminal", large(5000)) == snapshot


def test_many_findings_stay_readable_and_none_goes_unmentioned(render: Render) -> None:
    text = render("terminal", large(5000))

    more = sum(int(number.replace(",", "")) for number in re.findall(r"and ([\d,]+) more places", text))
    told = len(re.findall(r"^    infra/", text, re.MULTILINE))

    assert len(text.splitlines()) < 250
    assert told + more == 5000


def test_rules_beyond_the_first_get_a_line_each(render: Render) -> None:
    cards = {
        f"rule-{number}": replace(REPORT.rules["aws-kms-key-rotated"], id=f"rule-{number}") for number in range(90)
    }
    many = large(900)
    found = tuple(replace(finding, rule=f"rule-{number % 90}") for number, finding in enumerate(many.findings))

    text = render("terminal", replace(many, rules=cards, findings=found))

    assert "and 78 more rules" in text
    assert all(f"rule-{number} " in text for number in range(90))


def test_no_line_is_wider_than_the_terminal_unless_a_name_is(render: Render, root: Path) -> None:
    for width in (60, 100):
        text = render("terminal", look=Look(root=root, width=width))
        assert max(len(line) for line in text.splitlines()) <= width


def test_colour_is_only_added_never_needed(render: Render, root: Path) -> None:
    plain, coloured = render("terminal"), render("terminal", look=Look(root=root, color=True))

    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert SGR.sub("", coloured) == plain


def test_colours_are_not_asked_of_the_environment(render: Render, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    plain = render("terminal", look=Look())

    monkeypatch.setenv("NO_COLOR", "1")
    coloured = render("terminal", look=Look(color=True))

    assert "\x1b" not in plain
    assert SGR.sub("", coloured) == plain != coloured


def test_a_clean_and_complete_report_says_so(render: Render) -> None:
    assert render("terminal", CLEAN).splitlines()[-1] == "No failures."


def test_a_report_without_failures_but_with_doubts_claims_nothing(render: Render) -> None:
    doubtful = replace(REPORT, findings=tuple(f for f in REPORT.findings if f.verdict is Verdict.UNKNOWN))

    last = render("terminal", doubtful).splitlines()[-1]

    assert last == "No failures in what could be seen, but 10 verdicts are open and 4 gaps are left."


def test_a_report_in_which_nothing_was_judged_claims_nothing(render: Render) -> None:
    empty = replace(CLEAN, tallies={}, kinds={}, coverage=Coverage(files=2, read=0))
    assert render("terminal", empty).splitlines()[-1].startswith("Nothing was judged")


def test_failures_are_not_listed_when_not_asked_for(render: Render) -> None:
    text = render("terminal", look=Look(show=frozenset({Verdict.UNKNOWN})))
    assert "infra/modules/store/main.tf" not in text
    assert "UNKNOWN CRITICAL" in text
