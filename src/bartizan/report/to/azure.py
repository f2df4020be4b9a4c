"""Azure Pipelines: logging commands that mark lines, in one foldable group for each rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from bartizan.core.claim import Severity
from bartizan.core.finding import Finding, Verdict
from bartizan.core.place import Gap, Place
from bartizan.core.report import Report
from bartizan.report.escape import azure_data, azure_text
from bartizan.report.group import Group, group, listed
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.phrase import call, calls, count, cut, facts, joined, remedy

ERRORS = (Severity.CRITICAL, Severity.HIGH)
MOST_TEXT = 2000


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write a group for each rule and one for what could not be read."""
    emit(stream, _document(report, look))


def _document(report: Report, look: Look) -> Iterator[str]:
    for one in group(report, listed(report, look.show)):
        yield from _group(one, look)
    if report.coverage.gaps:
        yield f"##[group]Not read: {count(len(report.coverage.gaps), 'gap')}\n"
        for gap in report.coverage.gaps:
            yield _unread(gap, look)
        yield "##[endgroup]\n"


def _group(one: Group, look: Look) -> Iterator[str]:
    card = one.card
    heading = f"{card.severity.value.upper()} {card.id}: {card.title} ({count(len(one.findings), 'place')})"
    yield f"##[group]{azure_text(heading)}\n"
    yield f"{azure_text(f'Because: {card.because}')}\n{azure_text(f'Fix: {card.fix}')}\n"
    for finding in one.findings:
        yield _issue(finding, one, look)
    yield "##[endgroup]\n"


def _issue(finding: Finding, one: Group, look: Look) -> str:
    failed = finding.verdict is Verdict.FAIL
    level = "error" if failed and one.card.severity in ERRORS else "warning"
    via = ", ".join(call(place, module, look.base) for place, module in calls(finding))
    told = (
        one.card.title if failed else f"Unknown whether: {one.card.title}",
        finding.asset,
        f"via {via}" if via else "",
        cut(facts(finding), MOST_TEXT),
        f"fix: {remedy(finding, one.card)}",
    )
    return _command(level, _placed(finding.place, look), finding.rule, joined(told, " | "))


def _unread(gap: Gap, look: Look) -> str:
    return _command("warning", _placed(gap, look), "not-read", joined((gap.about, gap.why), ": "))


def _placed(at: Place | Gap, look: Look) -> str:
    lined = f";linenumber={at.line};columnnumber={max(at.column, 1)}" if at.line else ""
    return f"sourcepath={azure_data(look.base + at.file)}{lined}"


def _command(level: str, placed: str, code: str, message: str) -> str:
    return f"##vso[task.logissue type={level};{placed};code={azure_data(code)}]{azure_data(message)}\n"


FORMAT = OutputFormat(id="azure", title="Azure Pipelines logging commands", extensions=("azure.txt",), write=write)
