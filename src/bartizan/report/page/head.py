"""The head of the HTML report: what was scanned, how it turned out, and the numbers as pictures."""

from __future__ import annotations

from bartizan.core.report import Report
from bartizan.report.escape import html
from bartizan.report.group import Totals
from bartizan.report.page.chart import LOGO, bar, donut
from bartizan.report.phrase import count


def head(report: Report, totals: Totals) -> str:
    """Return the page's header."""
    return (
        f'<header><div class="brand">{LOGO}<span>Bartizan</span><small>{html(report.version)}</small></div>'
        f'<div class="hero"><div class="lead"><h1>{_outcome(report, totals)}</h1>'
        f'<p class="target">in <code>{html(report.target)}</code></p>{_tiles(report, totals)}</div>'
        f'<div class="picture">{_donut(totals)}{_legend(totals)}</div>'
        f'<div class="picture severities">{_severities(totals)}</div></div></header>'
    )


def _outcome(report: Report, totals: Totals) -> str:
    if totals.open:
        worst = next((severity, number) for severity, number in totals.severities.items() if number)
        return f'{count(totals.open, "failure")}, <em class="{worst[0].value}">{worst[1]:,} {worst[0].value}</em>'
    if not totals.verdicts:
        return "Nothing was judged"
    if totals.unknown or report.coverage.gaps:
        return 'No failures <em class="unknown">in what could be seen</em>'
    return '<em class="pass">No failures</em>'


def _tiles(report: Report, totals: Totals) -> str:
    coverage = report.coverage
    tiles = (
        ("assets", f"{totals.assets:,}", f"of {count(len(report.kinds), 'kind')}", ""),
        ("rules judged", f"{len(report.tallies):,}", count(totals.verdicts, "verdict"), ""),
        ("files read", f"{coverage.read:,}", f"of {coverage.files:,}", ""),
        ("gaps", f"{len(coverage.gaps):,}", "not readable", "unknown" if coverage.gaps else ""),
    )
    return (
        '<dl class="tiles">'
        + "".join(
            f'<div><dt>{name}</dt><dd class="{style}">{number}</dd><dd class="of">{of}</dd></div>'
            for name, number, of, style in tiles
        )
        + "</dl>"
    )


def _donut(totals: Totals) -> str:
    slices = [
        ("pass", totals.passed),
        ("fail", totals.open),
        ("accepted", totals.accepted),
        ("unknown", totals.unknown),
    ]
    title = f"{totals.passed} pass, {totals.open} fail, {totals.accepted} accepted, {totals.unknown} unknown"
    return donut(slices, f"{totals.verdicts:,}", "verdict" if totals.verdicts == 1 else "verdicts", title)


def _legend(totals: Totals) -> str:
    rows = (("pass", totals.passed), ("fail", totals.open), ("accepted", totals.accepted), ("unknown", totals.unknown))
    return (
        '<ul class="legend">'
        + "".join(f'<li><i class="dot {name}"></i>{name}<b>{number:,}</b></li>' for name, number in rows)
        + "</ul>"
    )


def _severities(totals: Totals) -> str:
    most = max(totals.severities.values()) or 1
    rows = (
        f'<div class="level"><span>{name}</span>{bar([(name, number)], most)}<b>{number:,}</b></div>'
        for name, number in ((severity.value, number) for severity, number in totals.severities.items())
    )
    return f"<h2>Failures by severity</h2>{''.join(rows)}"
