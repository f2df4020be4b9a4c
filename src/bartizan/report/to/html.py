"""HTML: the whole report as one page in one file, which asks for nothing from anywhere.

The policy in its head allows the one style and the one script whose hashes it names, and nothing
else: should a name ever slip through unescaped, the browser would still not run it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from typing import TextIO

from bartizan.core.report import Report
from bartizan.report import page
from bartizan.report.escape import html
from bartizan.report.group import Group, Totals, group, listed, total
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.page.groups import anchor, findings
from bartizan.report.page.head import head
from bartizan.report.page.ledger import accepted, coverage, frameworks, unknowns
from bartizan.report.page.vulnerabilities import vulnerabilities


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write the page."""
    emit(stream, _document(report, look))


def _document(report: Report, look: Look) -> Iterator[str]:
    totals = total(report)
    groups = _groups(report, look)
    style, script = _part("style.css"), _part("sift.js")
    yield f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{_policy(style, script)}\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="bartizan">\n'
    yield f"<title>Bartizan: {html(report.target)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield head(report, totals)
    yield _nav(report, totals, sum(len(one.findings) for one in groups))
    yield "\n<main>\n"
    yield from findings(groups, report.veiled, look)
    yield from vulnerabilities(report)
    yield from unknowns(report, totals)
    yield from frameworks(report.frameworks, {anchor(one.card.id, one.findings[0].verdict) for one in groups})
    yield from accepted(report, look)
    yield from coverage(report, look)
    yield "\n</main>\n<footer>For one rule or finding in depth: <code>bartizan explain RULE</code></footer>\n"
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _groups(report: Report, look: Look) -> list[Group]:
    """Return the groups to list: those of failures, then those of open verdicts."""
    found = listed(report, look.show)
    verdicts = sorted({finding.verdict for finding in found}, key=lambda verdict: verdict.value)
    return [one for verdict in verdicts for one in group(report, (f for f in found if f.verdict is verdict))]


def _nav(report: Report, totals: Totals, places: int) -> str:
    links = (
        ("findings", "What to fix", places),
        ("vulnerabilities", "Known vulnerabilities", sum(1 for each in report.vulnerabilities if each.counts)),
        ("unknown", "Unknown", totals.unknown),
        ("frameworks", "Frameworks", len(report.frameworks)),
        ("accepted", "Accepted", totals.accepted),
        ("coverage", "Gaps", len(report.coverage.gaps)),
    )
    shown = "".join(f'<a href="#{id}">{title} <b>{number:,}</b></a>' for id, title, number in links if number)
    return f'\n<nav aria-label="Sections">{shown}</nav>'


def _part(name: str) -> str:
    return (files(page) / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    rules = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}">'


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


FORMAT = OutputFormat(id="html", title="HTML page", extensions=("html", "htm"), write=write)
