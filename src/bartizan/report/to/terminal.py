"""The report on a terminal: numbers first, then the attack paths, then what to fix, then what could not be seen."""

from __future__ import annotations

from typing import TextIO

from bartizan.core.finding import Verdict
from bartizan.core.report import Report
from bartizan.report.group import Totals, group, listed, total
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.phrase import advised, count, joined, kinds_in_short, read_in_short, vulnerable
from bartizan.report.screen.findings import show_groups
from bartizan.report.screen.ledger import (
    show_accepted,
    show_coverage,
    show_frameworks,
    show_gaps,
    show_unknowns,
)
from bartizan.report.screen.paths import show_top
from bartizan.report.screen.screen import STYLES, Part, Screen, drawable


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write the whole report, coloured only where the look says so."""
    screen = Screen(look.width, look.color)
    totals = total(report)
    _show_head(screen, report, totals)
    if report.attack is not None:
        show_top(screen, report.attack, report.target, look)
        _show_findings_title(screen, report, totals)
    if Verdict.FAIL in look.show:
        show_groups(screen, group(report, report.failures()), report.veiled, look)
    show_unknowns(screen, report, totals, look)
    if Verdict.UNKNOWN in look.show:
        show_groups(screen, group(report, listed(report, frozenset({Verdict.UNKNOWN}))), report.veiled, look)
    show_frameworks(screen, report.frameworks, look)
    show_gaps(screen, report.coverage, look)
    show_accepted(screen, report, totals, look)
    show_coverage(screen, report.coverage, look)
    _show_foot(screen, report, totals)
    emit(stream, [drawable(screen.text(), getattr(stream, "encoding", None) or "utf-8")])


def _show_findings_title(screen: Screen, report: Report, totals: Totals) -> None:
    """Part the findings from the paths above them, and say what the mark of some means."""
    on_path = sum(1 for finding in report.failures() if finding.paths)
    if totals.open:
        marked = f", {on_path:,} of them on an attack path, marked ◆" if on_path else ""
        screen.blank()
        screen.line((f"Findings: {totals.open:,}{marked}", "bold underline"))


def _show_head(screen: Screen, report: Report, totals: Totals) -> None:
    screen.line(("bartizan", "bold"), (f" {report.version}  ", "dim"), (report.target, "bold cyan"))
    kinds = (f"  {kinds_in_short(report.kinds)}", "dim") if report.kinds else ""
    screen.line(f"assets    {totals.assets:,}", kinds, indent=2, hang=10)
    accepted = f" ({totals.accepted:,} accepted)" if totals.accepted else ""
    verdicts: tuple[Part, ...] = (
        f"verdicts  {totals.verdicts:,}  ",
        (f"{totals.passed:,} pass", "green"),
        ", ",
        (f"{totals.failed:,} fail{accepted}", "bold red" if totals.open else ""),
        ", ",
        (f"{totals.unknown:,} unknown", "magenta" if totals.unknown else ""),
    )
    screen.line(*verdicts, indent=2, hang=10)
    whole = "" if report.coverage.complete else "magenta"
    if advised(report):
        old = report.advisories is None or report.advisories.stale
        told = joined((vulnerable(report) if report.vulnerabilities else "", advised(report)), "; ")
        screen.line("packages  ", (told, "magenta" if old else ""), indent=2, hang=10)
    screen.line("coverage  ", (read_in_short(report.coverage), whole), indent=2, hang=10)


def _show_foot(screen: Screen, report: Report, totals: Totals) -> None:
    screen.blank()
    if totals.open:
        worst = group(report, report.failures())[0].card.id
        parts: list[Part] = []
        for severity, number in totals.severities.items():
            if number:
                parts += [", " if parts else "", (f"{number:,} {severity.value}", STYLES[severity])]
        screen.line(*parts, "    next: ", (f"bartizan explain {worst}", "bold"), hang=2)
        return
    left = [count(totals.unknown, "verdict is", "verdicts are") + " open"] if totals.unknown else []
    left += [count(len(report.coverage.gaps), "gap is", "gaps are") + " left"] if report.coverage.gaps else []
    if left:
        screen.line(("No failures", "bold"), f" in what could be seen, but {' and '.join(left)}.")
    elif not totals.verdicts:
        screen.line(("Nothing was judged", "bold"), ": no rule is about anything that was found.")
    else:
        screen.line(("No failures.", "bold green"))


FORMAT = OutputFormat(id="terminal", title="Terminal", extensions=("txt",), write=write)
