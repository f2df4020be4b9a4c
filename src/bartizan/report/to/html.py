"""HTML: the whole report as one page in one file, which asks for nothing from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from bartizan.core.report import Report
from bartizan.report.group import Group, Totals, group, listed, total
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.page.document import document
from bartizan.report.page.groups import anchor, findings
from bartizan.report.page.head import head
from bartizan.report.page.ledger import accepted, coverage, frameworks, unknowns
from bartizan.report.page.paths import attack_paths, findings_at
from bartizan.report.page.vulnerabilities import vulnerabilities


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write the page."""
    emit(stream, document(f"Bartizan: {report.target}", _body(report, look)))


def _body(report: Report, look: Look) -> Iterator[str]:
    totals = total(report)
    groups = _groups(report, look)
    yield head(report, totals)
    yield _nav(report, totals, sum(len(one.findings) for one in groups))
    yield "\n<main>\n"
    if report.attack is not None:
        shown = [finding for one in groups for finding in one.findings]
        yield from attack_paths(report.attack, findings_at(shown), base=look.base)
    yield from findings(groups, report.veiled, look, report.attack.paths if report.attack else ())
    yield from vulnerabilities(report)
    yield from unknowns(report, totals)
    yield from frameworks(report.frameworks, {anchor(one.card.id, one.findings[0].verdict) for one in groups})
    yield from accepted(report, look)
    yield from coverage(report, look)
    yield "\n</main>\n<footer>For one rule or finding in depth: <code>bartizan explain RULE</code></footer>\n"


def _groups(report: Report, look: Look) -> list[Group]:
    """Return the groups to list: those of failures, then those of open verdicts."""
    found = listed(report, look.show)
    verdicts = sorted({finding.verdict for finding in found}, key=lambda verdict: verdict.value)
    return [one for verdict in verdicts for one in group(report, (f for f in found if f.verdict is verdict))]


def _nav(report: Report, totals: Totals, places: int) -> str:
    links = (
        ("paths", "Attack paths", len(report.attack.paths) if report.attack else 0),
        ("findings", "What to fix", places),
        ("vulnerabilities", "Known vulnerabilities", sum(1 for each in report.vulnerabilities if each.counts)),
        ("unknown", "Unknown", totals.unknown),
        ("frameworks", "Frameworks", len(report.frameworks)),
        ("accepted", "Accepted", totals.accepted),
        ("coverage", "Gaps", len(report.coverage.gaps)),
    )
    shown = "".join(f'<a href="#{id}">{title} <b>{number:,}</b></a>' for id, title, number in links if number)
    return f'\n<nav aria-label="Sections">{shown}</nav>'


FORMAT = OutputFormat(id="html", title="HTML page", extensions=("html", "htm"), write=write)
