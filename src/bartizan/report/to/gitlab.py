"""GitLab Code Quality: the JSON that merge requests compare between branches."""

from __future__ import annotations

import hashlib
from itertools import chain
from typing import TextIO

from bartizan.core.claim import Severity
from bartizan.core.finding import Finding, Verdict
from bartizan.core.place import Gap
from bartizan.core.report import Report
from bartizan.report.escape import visible
from bartizan.report.group import listed
from bartizan.report.layout import Json, lay_out
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.phrase import cut, facts, joined, sentence

SEVERITIES = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "minor",
}
UNJUDGED = "info"
"""For open verdicts and for files that could not be read."""
MOST_TEXT = 1000


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write the findings to list and the gaps as issues; what somebody accepted is no issue."""
    findings = (_issue(finding, report, look) for finding in listed(report, look.show))
    gaps = (_unread(gap, look) for gap in report.coverage.gaps)
    emit(stream, lay_out(chain(findings, gaps), depth=1))
    stream.write("\n")


def _issue(finding: Finding, report: Report, look: Look) -> Json:
    card = report.rules[finding.rule]
    failed = finding.verdict is Verdict.FAIL
    start = "" if failed else "Unknown whether: "
    told = joined((f"{start}{sentence(card)}", f"{finding.asset}: {facts(finding)}"))
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": cut(visible(told), MOST_TEXT),
        "categories": ["Security"],
        "severity": SEVERITIES[card.severity] if failed else UNJUDGED,
        "fingerprint": finding.fingerprint,
        "location": _location(finding.place.file, finding.place.line, look),
    }


def _unread(gap: Gap, look: Look) -> Json:
    identity = f"gap\0{gap.file}\0{gap.about}\0{gap.why}".encode("utf-8", "surrogatepass")
    return {
        "type": "issue",
        "check_name": "not-read",
        "description": cut(visible(f"Not read: {joined((gap.about, gap.why), ': ')}"), MOST_TEXT),
        "categories": ["Security"],
        "severity": UNJUDGED,
        "fingerprint": hashlib.sha256(identity).hexdigest()[:32],
        "location": _location(gap.file, gap.line, look),
    }


def _location(file: str, line: int, look: Look) -> Json:
    return {"path": f"{look.base}{file}", "lines": {"begin": max(line, 1)}}


FORMAT = OutputFormat(id="gitlab", title="GitLab Code Quality", extensions=("gl-code-quality.json",), write=write)
