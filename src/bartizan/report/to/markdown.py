"""Markdown: a summary short enough for a comment on a pull request.

Names and values from scanned files stand in code spans, where nothing is markup, link or mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from bartizan.core.finding import Finding, Verdict
from bartizan.core.report import FrameworkResult, Report
from bartizan.report.attack.words import certainty, chain, cost, matters, name, outcome, shortened
from bartizan.report.escape import code_span, html, markdown
from bartizan.report.group import Group, group, listed, total
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.phrase import (
    advised,
    call,
    calls,
    count,
    cut,
    fact,
    gap_place,
    joined,
    kinds_in_short,
    ranked,
    read_in_short,
    severities,
    standings,
    urgency,
    vulnerable,
)

MOST_TEXT = 60_000
"""Characters, unless verbose: GitHub takes comments of up to 65,536."""
MOST_PLACES = 10
MOST_ROWS = 20
MOST_PATHS = 3
MOST_FACTS = 3
LONGEST = 300


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write the numbers, a fold for each rule, worst first, and what could not be seen."""
    emit(stream, _document(report, look))


def _document(report: Report, look: Look) -> Iterator[str]:
    tail = "".join((*_unknowns(report), *_coverage(report, look), *map(_framework, report.frameworks)))
    room = MOST_TEXT - len(tail)
    for piece in (*_head(report), *_paths(report)):
        room -= len(piece)
        yield piece
    groups = group(report, listed(report, look.show))
    for index, one in enumerate(groups):
        piece = "".join(_group(one, look))
        room -= len(piece)
        if room < 0 and not look.verbose:
            yield f"\n_{count(len(groups) - index, 'more rule')} not shown here, to keep this comment short._\n"
            break
        yield piece
    yield tail


def _head(report: Report) -> Iterator[str]:
    totals = total(report)
    failed = severities(totals.severities)
    yield f"## Bartizan: {count(totals.open, 'failure') if totals.open else 'no failures'}\n\n"
    yield f"**{failed[0].upper()}{failed[1:]}** in {code_span(report.target)}\n\n" if failed else ""
    yield "| pass | fail | accepted | unknown | files read | gaps |\n|--:|--:|--:|--:|--:|--:|\n"
    coverage = report.coverage
    yield f"| {totals.passed:,} | {totals.open:,} | {totals.accepted:,} | {totals.unknown:,} "
    yield f"| {coverage.read:,} of {coverage.files:,} | {len(coverage.gaps):,} |\n\n"
    yield f"{count(totals.assets, 'asset')}: {markdown(kinds_in_short(report.kinds))}.\n" if totals.assets else ""
    told = joined((vulnerable(report) if report.vulnerabilities else "", advised(report)), "; ")
    yield f"\n{markdown(told[0].upper() + told[1:])}.\n" if told else ""


def _paths(report: Report) -> Iterator[str]:
    """Yield the first attack paths, a line each."""
    attack = report.attack
    if attack is None:
        return
    yield f"\n### Attack paths: {markdown(outcome(attack))}\n\n"
    for path in attack.paths[:MOST_PATHS]:
        way = " → ".join(code_span(cut(name(node), 60)) for node in shortened(chain(path)))
        why = f" ({markdown(matters(path.goal.classes))})" if path.goal.classes else ""
        yield f"1. **{certainty(path.truth)}**, cost {cost(path.weight)}: {way}{why}\n"
    more = len(attack.paths) - MOST_PATHS
    yield f"\nand {count(more, 'more path')}; `bartizan paths` shows them with their evidence.\n" if more > 0 else ""


def _group(one: Group, look: Look) -> Iterator[str]:
    card = one.card
    number = count(len(one.findings), "place")
    yield f"\n<details><summary><b>{card.severity.value.upper()}</b> {html(card.title)} "
    yield f"(<code>{html(card.id)}</code>, {number})</summary>\n\n"
    yield f"{markdown(card.because)}\n\n**Fix:** {markdown(card.fix)}\n\n"
    most = len(one.findings) if look.verbose else MOST_PLACES
    yield from (_place(finding, look) for finding in one.findings[:most])
    if len(one.findings) > most:
        yield f"- and {count(len(one.findings) - most, 'more place')}\n"
    yield "\n</details>\n"


def _place(finding: Finding, look: Look) -> str:
    via = "".join(f", via {code_span(call(place, module, look.base))}" for place, module in calls(finding))
    state = "unknown: " if finding.verdict is Verdict.UNKNOWN else ""
    told = [code_span(cut(fact(evidence, finding), LONGEST)) for evidence in finding.evidence[:MOST_FACTS]]
    facts = f": {markdown(finding.advice) or ', '.join(told)}" if finding.advice or told else ""
    state += f"**{markdown(urgency(finding.priority))}** " if finding.priority else ""
    state += "◆ " if finding.paths else ""
    return f"- {state}{code_span(f'{look.base}{finding.place}')} {code_span(finding.asset)}{via}{facts}\n"


def _unknowns(report: Report) -> Iterator[str]:
    values = report.coverage.unknowns
    if not values:
        return
    yield f"\n### Unknown\n\n{count(total(report).unknown, 'verdict')} could not be given. Why:\n\n"
    top = sorted(values, key=lambda value: (-value.verdicts, value.why))
    rows = [f"- {count(v.verdicts, 'verdict')}: {markdown(v.why)}, {code_span(v.example)}\n" for v in top]
    yield from _shortened(rows, "more reason")


def _coverage(report: Report, look: Look) -> Iterator[str]:
    coverage = report.coverage
    yield f"\n### Coverage\n\n{read_in_short(coverage)}.\n\n"
    gaps = [
        f"- {joined((code_span(gap_place(gap, look.base)), gap.about and code_span(gap.about), markdown(gap.why)))}\n"
        for gap in coverage.gaps
    ]
    yield from _shortened(gaps, "more gap")
    if coverage.unmodelled:
        names = ", ".join(f"{code_span(name)} ({number:,})" for name, number in ranked(coverage.unmodelled)[:MOST_ROWS])
        left = len(coverage.unmodelled) - MOST_ROWS
        more = f" and {count(left, 'more type')}" if left > 0 else ""
        yield f"\nNo rules yet for: {names}{more}.\n"


def _framework(framework: FrameworkResult) -> str:
    numbers = ", ".join(f"{number:,} {name}" for name, number in standings(framework).items())
    rows = [
        f"- {code_span(result.id)} {markdown(result.title)}: {', '.join(map(code_span, result.failed))}\n"
        for result in framework.requirements
        if result.verdict is Verdict.FAIL
    ]
    told = f"Of {count(len(framework.requirements), 'requirement')}: {numbers}."
    return f"\n### {markdown(framework.title)}\n\n{told}\n\n{''.join(_shortened(rows, 'more failed requirement'))}"


def _shortened(rows: Sequence[str], more: str) -> Iterator[str]:
    yield from rows[:MOST_ROWS]
    if len(rows) > MOST_ROWS:
        yield f"- and {count(len(rows) - MOST_ROWS, more)}\n"


FORMAT = OutputFormat(id="markdown", title="Markdown summary", extensions=("md",), write=write)
