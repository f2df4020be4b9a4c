"""The ledger of the HTML report: what stayed unknown or unread, what was accepted, and the frameworks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bartizan.core.finding import Verdict
from bartizan.core.report import FrameworkResult, Report, RequirementResult
from bartizan.report.escape import html, html_prose
from bartizan.report.group import Totals, suppressed
from bartizan.report.output import Look
from bartizan.report.page.chart import bar
from bartizan.report.page.groups import anchor
from bartizan.report.phrase import count, gap_place, joined, ranked, read_in_short, standing, standings

STYLES = {"pass": "pass", "fail": "fail", "unknown": "unknown", "not judged": "none"}


def unknowns(report: Report, totals: Totals) -> Iterator[str]:
    """Yield the section that says which verdicts are open, and why."""
    if not totals.unknown:
        return
    values = sorted(report.coverage.unknowns, key=lambda value: (-value.verdicts, value.why))
    most = max((value.verdicts for value in values), default=1) or 1
    yield f'<section id="unknown"><h2>Unknown <small>{count(totals.unknown, "open verdict")}</small></h2>'
    yield "<p>What could not be seen is neither a pass nor a failure. These values would settle the open verdicts:</p>"
    yield table(
        ("verdicts", "", "why it is unknown", "met at"),
        (
            (
                f'<td class="n">{value.verdicts:,}</td><td class="wide">{bar([("unknown", value.verdicts)], most)}</td>'
                f"<td>{html_prose(value.why)}</td><td><code>{html(value.example)}</code></td>"
            )
            for value in values
        ),
    )
    yield "</section>"


def frameworks(results: Sequence[FrameworkResult], listed: Collection[str]) -> Iterator[str]:
    """Yield the section of the frameworks; rules in `listed` are linked to."""
    if not results:
        return
    yield '<section id="frameworks"><h2>Frameworks</h2>'
    for framework in results:
        counts = standings(framework)
        legend = "".join(
            f'<li><i class="dot {STYLES[name]}"></i>{name}<b>{number:,}</b></li>' for name, number in counts.items()
        )
        slices = [(STYLES[name], number) for name, number in counts.items()]
        yield (
            f'<details class="framework"{" open" if len(results) == 1 else ""}><summary><span class="title">'
            f"{html(framework.title)}<code>{html(framework.id)}</code></span>"
            f'{bar(slices, max(len(framework.requirements), 1))}<ul class="legend">{legend}</ul></summary>'
        )
        yield table(
            ("", "requirement", "", "decided by"), (_requirement(result, listed) for result in framework.requirements)
        )
        yield "</details>"
    yield "</section>"


def _requirement(result: RequirementResult, listed: Collection[str]) -> str:
    name = standing(result)
    named = [_rule(rule, Verdict.FAIL, listed) for rule in result.failed]
    named += [_rule(rule, Verdict.UNKNOWN, listed) for rule in result.unknown]
    why = " ".join(named) or html_prose(result.why) or f"{count(len(result.passed), 'rule')} passed"
    return (
        f'<td><span class="pill {STYLES[name]}">{name}</span></td><td class="id">{html(result.id)}</td>'
        f"<td>{html(result.title)}</td><td>{why}</td>"
    )


def _rule(rule: str, verdict: Verdict, listed: Collection[str]) -> str:
    shown, target = f"<code>{html(rule)}</code>", anchor(rule, verdict)
    return f'<a href="#{html(target)}">{shown}</a>' if target in listed else shown


def accepted(report: Report, look: Look) -> Iterator[str]:
    """Yield the section of the failures that somebody accepted."""
    found = suppressed(report)
    if not found:
        return
    yield f'<section id="accepted"><h2>Accepted <small>{count(len(found), "failure")}</small></h2>'
    yield table(
        ("severity", "rule", "asset", "accepted by", "reason"),
        (
            f'<td><span class="pill {report.severity(f).value}">{report.severity(f).value}</span></td>'
            f"<td><code>{html(f.rule)}</code></td><td>{_two(f.asset, f'{look.base}{f.place}')}</td>"
            f"<td>{html(joined((f.suppression.by, f.suppression.until and f'until {f.suppression.until}')))}</td>"
            f"<td>{html(f.suppression.reason)}</td>"
            for f in found
            if f.suppression is not None
        ),
    )
    yield "</section>"


def coverage(report: Report, look: Look) -> Iterator[str]:
    """Yield the section that says what was read, what was not, and what nothing is known about yet."""
    ledger = report.coverage
    skipped = max(ledger.files - ledger.read, 0)
    yield f'<section id="coverage"><h2>Coverage <small>{read_in_short(ledger)}</small></h2>'
    yield (
        f'{bar([("pass", ledger.read), ("none", skipped)], max(ledger.files, 1))}<ul class="legend">'
        f'<li><i class="dot pass"></i>read<b>{ledger.read:,}</b></li>'
        f'<li><i class="dot none"></i>not read<b>{skipped:,}</b></li></ul>'
    )
    if ledger.gaps:
        yield "<h3>Gaps</h3><p>These should have been read and were not.</p>"
        yield table(
            ("what is missing", "why, and what to do"),
            (
                f"<td>{_two(gap_place(gap, look.base), gap.about)}</td><td>{html_prose(gap.why)}</td>"
                for gap in ledger.gaps
            ),
        )
    if ledger.sweeps:
        yield "<h3>Read</h3>"
        yield table(("format", "place", "files", "assets", ""), _sweeps(report))
    if ledger.unmodelled:
        yield "<h3>No rules yet</h3><p>Declared, but nothing is known of these types, so nothing was judged.</p>"
        yield (
            '<ul class="types">'
            + "".join(
                f"<li><code>{html(name)}</code><b>{number:,}</b></li>" for name, number in ranked(ledger.unmodelled)
            )
            + "</ul>"
        )
    yield "</section>"


def _sweeps(report: Report) -> Iterator[str]:
    for sweep in report.coverage.sweeps:
        state = "whole" if sweep.whole else '<span class="pill unknown">not whole</span>'
        yield (
            f"<td>{html(sweep.format)}</td><td><code>{html(sweep.place or '.')}</code></td>"
            f'<td class="n">{sweep.files:,}</td><td class="n">{sweep.assets:,}</td><td>{state}</td>'
        )


def _two(name: str, below: str) -> str:
    under = f"<br><code class=under>{html(below)}</code>" if below else ""
    return f"<code>{html(name)}</code>{under}"


def table(heads: Sequence[str], rows: Iterator[str]) -> str:
    """Return a table that can be sorted where there is a script; rows are cells that are HTML already."""
    columns = "".join(f"<th>{name}</th>" for name in heads)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    head = f"<thead><tr>{columns}</tr></thead>"
    return f'<div class="scroll"><table class="sortable">{head}<tbody>{body}</tbody></table></div>'
