"""CSV: one row for each finding and each gap, for spreadsheets; cells that would run as formulas are neutralised."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import chain
from typing import TextIO

from bartizan.core.finding import Finding
from bartizan.core.place import Gap
from bartizan.core.report import Report
from bartizan.report.escape import csv_cell
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.phrase import call, calls, facts, remedy

COLUMNS = (
    "verdict",
    "severity",
    "rule",
    "title",
    "asset",
    "kind",
    "file",
    "line",
    "column",
    "via",
    "evidence",
    "fix",
    "suppressed by",
    "reason",
    "until",
    "fingerprint",
)


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write every finding whatever its verdict, and the gaps with the verdict `not read`: rows are easily filtered."""
    emit(stream, _lines(report, look))


def _lines(report: Report, look: Look) -> Iterator[str]:
    found = (_found(finding, report, look) for finding in report.findings)
    gaps = (_unread(gap, look) for gap in report.coverage.gaps)
    line = StringIO(newline="")
    rows = csv.writer(line, lineterminator="\n")
    for row in chain([COLUMNS], found, gaps):
        rows.writerow(map(csv_cell, row))
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _found(finding: Finding, report: Report, look: Look) -> tuple[str, ...]:
    card, place, suppression = report.rules[finding.rule], finding.place, finding.suppression
    return (
        finding.verdict.value,
        card.severity.value,
        card.id,
        card.title,
        finding.asset,
        finding.kind,
        f"{look.base}{place.file}",
        str(place.line),
        str(place.column),
        " > ".join(call(where, module, look.base) for where, module in calls(finding)),
        facts(finding),
        remedy(finding, card),
        suppression.by if suppression else "",
        suppression.reason if suppression else "",
        suppression.until if suppression else "",
        finding.fingerprint,
    )


def _unread(gap: Gap, look: Look) -> tuple[str, ...]:
    known = {
        "verdict": "not read",
        "asset": gap.about,
        "file": f"{look.base}{gap.file}",
        "line": str(gap.line or ""),
        "column": str(gap.column or ""),
        "reason": gap.why,
    }
    return tuple(known.get(column, "") for column in COLUMNS)


FORMAT = OutputFormat(id="csv", title="CSV", extensions=("csv",), write=write)
