"""GitHub annotations: workflow commands that mark lines of a pull request, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from bartizan.core.claim import Severity
from bartizan.core.finding import Finding, Verdict
from bartizan.core.place import Gap
from bartizan.core.report import Report
from bartizan.report.escape import github_data, github_property
from bartizan.report.group import listed
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.phrase import call, calls, count, cut, facts, joined, remedy

MOST = 10
"""GitHub shows this many annotations of each level for one step, and drops the others without a word."""
MOST_TEXT = 2000
LEVELS = {Severity.CRITICAL: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "notice"}

Command = tuple[str, str]
"""Level and the whole command."""


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write as many commands of each level as GitHub shows, the last one counting the rest; all when verbose."""
    told = [_annotation(finding, report, look) for finding in listed(report, look.show)]
    told += [_unread(gap, look) for gap in report.coverage.gaps]
    emit(stream, (command for _, command in told) if look.verbose else _limited(told))


def _limited(told: list[Command]) -> Iterator[str]:
    for level in ("error", "warning", "notice"):
        commands = [command for one, command in told if one == level]
        if len(commands) <= MOST:
            yield from commands
        else:
            yield from commands[: MOST - 1]
            rest = count(len(commands) - MOST + 1, f"more {level}")
            yield f"::{level} title=Bartizan::{rest} not marked here. Another report format lists them all.\n"


def _annotation(finding: Finding, report: Report, look: Look) -> Command:
    card, place = report.rules[finding.rule], finding.place
    level = LEVELS[card.severity] if finding.verdict is Verdict.FAIL else "notice"
    state = "" if finding.verdict is Verdict.FAIL else "unknown whether "
    title = f"{card.severity.value}: {state}{card.title} ({card.id})"
    lines = [
        finding.asset,
        *(f"via {call(where, module, look.base)}" for where, module in calls(finding)),
        cut(facts(finding), MOST_TEXT),
        f"Fix: {remedy(finding, card)}",
    ]
    placed = f"file={github_property(look.base + place.file)},line={place.line},col={place.column}"
    ends = f",endLine={place.end_line}" if place.end_line > place.line else ""
    message = github_data(joined((line.replace("\n", " ") for line in lines), "\n"))
    return level, f"::{level} {placed}{ends},title={github_property(title)}::{message}\n"


def _unread(gap: Gap, look: Look) -> Command:
    placed = f"file={github_property(look.base + gap.file)},line={max(gap.line, 1)}"
    message = github_data(joined((gap.about, gap.why), ": ").replace("\n", " "))
    return "warning", f"::warning {placed},title=Not read::{message}\n"


FORMAT = OutputFormat(id="github", title="GitHub annotations", extensions=("github.txt",), write=write)
