"""JUnit XML: one suite for each rule, for pipelines that show test results.

A failure is a failed case; an open verdict and an accepted failure are skipped cases that say why.
Verdicts that passed are only counted in a report, so a suite has one passed case standing for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TextIO

from bartizan.core.finding import Finding, Verdict
from bartizan.core.place import Gap
from bartizan.core.report import Report, Tally
from bartizan.report.escape import xml
from bartizan.report.group import group
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.phrase import accepted, call, calls, count, fact, facts, gap_place, joined, remedy

Case = tuple[str, str]
"""Outcome (`passed`, `failures` or `skipped`) and the element."""


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write a suite for each rule that was about some asset, then one for what could not be read."""
    emit(stream, _document(report, look))


def _document(report: Report, look: Look) -> Iterator[str]:
    suites = list(_suites(report, look))
    numbers = _numbers([case for _, cases in suites for case in cases])
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="bartizan {xml(report.target)}" {numbers}>\n'
    for name, cases in suites:
        yield f'  <testsuite name="{xml(name)}" {_numbers(cases)}>\n'
        yield from (element for _, element in cases)
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _suites(report: Report, look: Look) -> Iterator[tuple[str, Sequence[Case]]]:
    grouped = group(report, report.findings)
    for one in grouped:
        cases = [_case(finding, report, look) for finding in one.findings]
        yield one.card.id, cases + _passed(one.card.id, report.tallies.get(one.card.id, Tally()))
    told = {one.card.id for one in grouped}
    for rule, tally in sorted(report.tallies.items()):
        if rule not in told and tally.passed:
            yield rule, _passed(rule, tally)
    if report.coverage.gaps:
        yield "coverage", [_unread(gap, look) for gap in report.coverage.gaps]


def _numbers(cases: Sequence[Case]) -> str:
    outcomes = Counter(outcome for outcome, _ in cases)
    failures, skipped = outcomes["failures"], outcomes["skipped"]
    return f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'


def _opened(suite: str, name: str, file: str = "", line: int = 0) -> str:
    placed = f' file="{xml(file)}"' if file else ""
    lined = f' line="{line}"' if line else ""
    return f'    <testcase classname="{xml(suite)}" name="{xml(name)}"{placed}{lined}'


def _case(finding: Finding, report: Report, look: Look) -> Case:
    opened = _opened(finding.rule, finding.asset, f"{look.base}{finding.place.file}", finding.place.line)
    outcome, element = _outcome(finding, report, look)
    return outcome, f"{opened}>\n      {element}\n    </testcase>\n"


def _outcome(finding: Finding, report: Report, look: Look) -> Case:
    if finding.suppression:
        return "skipped", f'<skipped message="accepted by {xml(accepted(finding.suppression))}"/>'
    if finding.verdict is Verdict.UNKNOWN:
        return "skipped", f'<skipped message="unknown: {xml(facts(finding))}"/>'
    card = report.rules[finding.rule]
    lines = [
        f"{look.base}{finding.place}",
        *(f"via {call(place, module, look.base)}" for place, module in calls(finding)),
        *(fact(evidence, finding) for evidence in finding.evidence),
        f"Because: {card.because}",
        f"Fix: {remedy(finding, card)}",
    ]
    told = "\n".join(xml(line) for line in lines)
    return "failures", f'<failure type="{card.severity.value}" message="{xml(card.title)}">{told}</failure>'


def _passed(rule: str, tally: Tally) -> list[Case]:
    name = f"{count(tally.passed, 'asset')} passed"
    return [("passed", f"{_opened(rule, name)}/>\n")] if tally.passed else []


def _unread(gap: Gap, look: Look) -> Case:
    opened = _opened("coverage", gap_place(gap, look.base), f"{look.base}{gap.file}", gap.line)
    why = xml(joined((gap.about, gap.why), ": "))
    return "skipped", f'{opened}>\n      <skipped message="{why}"/>\n    </testcase>\n'


FORMAT = OutputFormat(id="junit", title="JUnit XML", extensions=("junit.xml", "xml"), write=write)
