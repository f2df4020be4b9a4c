"""The ledger on a terminal: what could not be judged or read, and what was accepted."""

from __future__ import annotations

from collections.abc import Iterable

from bartizan.core.report import Coverage, FrameworkResult, Report, RequirementResult
from bartizan.report.group import Totals, suppressed
from bartizan.report.output import Look
from bartizan.report.phrase import (
    accepted,
    count,
    cut,
    gap_place,
    ranked,
    read_in_short,
    reason,
    standing,
    standings,
)
from bartizan.report.screen.screen import Part, Screen

MOST_REASONS = 5
MOST_GAPS = 10
MOST_TYPES = 8
MOST_REQUIREMENTS = 60
MANY = 3
"""Frameworks from which on only those requirements are listed that failed."""
COLORS = {"pass": "green", "fail": "bold red", "unknown": "magenta", "not judged": "dim"}


def show_unknowns(screen: Screen, report: Report, totals: Totals, look: Look) -> None:
    """Add how many verdicts are open, and the reasons that left most of them open."""
    if not totals.unknown:
        return
    screen.heading(f"Unknown: {count(totals.unknown, 'verdict is', 'verdicts are')} open")
    values = sorted(report.coverage.unknowns, key=lambda value: (-value.verdicts, value.why))
    most = len(values) if look.verbose else MOST_REASONS
    wide = max((len(f"{value.verdicts:,}") for value in values), default=0)
    for value in values[:most]:
        example = (f"  such as {value.example}", "dim") if value.example else ""
        screen.line((f"{value.verdicts:>{wide},}", "magenta"), f"  {value.why}", example, indent=2, hang=wide + 2)
    _more(screen, len(values) - most, "more reason")


def show_gaps(screen: Screen, coverage: Coverage, look: Look) -> None:
    """Add what should have been read and was not."""
    if not coverage.gaps:
        return
    screen.heading(f"Gaps: {count(len(coverage.gaps), 'thing')} could not be read")
    most = len(coverage.gaps) if look.verbose else MOST_GAPS
    for gap in coverage.gaps[:most]:
        about = f"  {gap.about}" if gap.about else ""
        screen.line((gap_place(gap, look.base), "cyan"), about, f"  {gap.why}", indent=2, hang=2)
    _more(screen, len(coverage.gaps) - most, "more gap")


def show_coverage(screen: Screen, coverage: Coverage, look: Look) -> None:
    """Add what was read, by format, and the declared types that no rule knows yet."""
    screen.heading("Coverage")
    screen.line(f"{read_in_short(coverage)}.", indent=2)
    for format, files, assets, partly in _by_format(coverage):
        partial = (f", {count(partly, 'place')} not whole", "magenta") if partly else ""
        screen.line(f"{format}: {count(files, 'file')}, {count(assets, 'asset')}", partial, indent=4)
    if coverage.unmodelled:
        most = len(coverage.unmodelled) if look.verbose else MOST_TYPES
        named = ", ".join(f"{name} ({number:,})" for name, number in ranked(coverage.unmodelled)[:most])
        left = len(coverage.unmodelled) - most
        more = f" and {count(left, 'more type')}" if left > 0 else ""
        screen.line(f"No rules yet for {named}{more}.", indent=2, hang=2)


def _by_format(coverage: Coverage) -> list[tuple[str, int, int, int]]:
    rows: dict[str, tuple[int, int, int]] = {}
    for sweep in coverage.sweeps:
        files, assets, partly = rows.get(sweep.format, (0, 0, 0))
        rows[sweep.format] = files + sweep.files, assets + sweep.assets, partly + (not sweep.whole)
    return [(format, *row) for format, row in sorted(rows.items())]


def show_accepted(screen: Screen, report: Report, totals: Totals, look: Look) -> None:
    """Add how many failures somebody accepted; which ones, when verbose."""
    if not totals.accepted:
        return
    screen.heading(f"Accepted: {count(totals.accepted, 'failure')}")
    if not look.verbose:
        screen.line(", ".join(f"{number:,} by {by}" for by, number in totals.suppressed.items()) + ".", indent=2)
        return
    for finding in suppressed(report):
        if finding.suppression:
            place = (f"{look.base}{finding.place}", "cyan")
            why = (f"  {accepted(finding.suppression)}", "dim")
            screen.line(place, f"  {finding.asset}  {finding.rule}", why, indent=2, hang=2)


def show_frameworks(screen: Screen, frameworks: Iterable[FrameworkResult], look: Look) -> None:
    """Add how each framework turned out: every requirement of a few, of many only what failed."""
    told = list(frameworks)
    for framework in told:
        numbers = [f"{number:,} {name}" for name, number in standings(framework).items()]
        screen.heading(f"{framework.title}: {', '.join(numbers)}")
        results = [r for r in framework.requirements if look.verbose or len(told) < MANY or r.failed]
        most = len(results) if look.verbose else MOST_REQUIREMENTS
        wide = min(max((len(result.id) for result in results), default=0), 24)
        for result in results[:most]:
            screen.line(*_requirement(result, wide), indent=2, hang=4)
        _more(screen, len(results) - most, "more requirement")


def _requirement(result: RequirementResult, wide: int) -> tuple[Part, ...]:
    word = standing(result)
    why = reason(result)
    told = (f"  {cut(why, 200)}", "dim") if why else ""
    return (f"{word:<10}", COLORS[word]), f"  {result.id:<{wide}}  {result.title}", told


def _more(screen: Screen, number: int, noun: str) -> None:
    if number > 0:
        screen.line((f"and {count(number, noun)} (--verbose lists all)", "dim"), indent=2)
