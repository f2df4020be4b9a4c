"""JSON: everything a report holds, as described by `schema/report.schema.json`.

Nothing is left out or shortened, whatever the look; keys come in a fixed order, mappings sorted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from bartizan.core.claim import Severity
from bartizan.core.finding import Finding, Suppression
from bartizan.core.report import Advisories, Coverage, FrameworkResult, Report, RequirementResult, RuleCard
from bartizan.core.truth import Truth
from bartizan.core.vulnerability import Vulnerability
from bartizan.report.attack import plain
from bartizan.report.group import total
from bartizan.report.layout import Json, lay_out
from bartizan.report.output import Look, OutputFormat, emit

REACHABLE = {Truth.YES: "yes", Truth.UNKNOWN: "unknown", Truth.NO: "no"}
SCHEMA_VERSION = "1"
"""Changed when a reader of the old one would break; additions keep it."""


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write the whole report."""
    emit(stream, lay_out(document(report), depth=2))
    stream.write("\n")


def document(report: Report) -> dict[str, Json]:
    """Return the report as a JSON value."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "bartizan", "version": report.version},
        "target": report.target,
        "summary": _summary(report),
        "findings": (finding(each, report.severity(each)) for each in report.findings),
        "attack": plain.paths(report.attack) if report.attack is not None else None,
        "rules": {id: rule(card) for id, card in sorted(report.rules.items())},
        "tallies": {
            id: {"pass": tally.passed, "fail": tally.failed, "unknown": tally.unknown}
            for id, tally in sorted(report.tallies.items())
        },
        "kinds": _sorted(report.kinds),
        "frameworks": [_framework(framework) for framework in report.frameworks],
        "vulnerabilities": (_vulnerability(each) for each in report.vulnerabilities),
        "advisories": _advisories(report.advisories) if report.advisories else None,
        "coverage": _coverage(report.coverage),
    }


def _sorted(numbers: Mapping[str, int]) -> dict[str, Json]:
    return dict(sorted(numbers.items()))


def _summary(report: Report) -> Json:
    totals = total(report)
    return {
        "assets": totals.assets,
        "verdicts": {"pass": totals.passed, "fail": totals.failed, "unknown": totals.unknown},
        "failures": {severity.value: number for severity, number in totals.severities.items()},
        "suppressed": dict(totals.suppressed),
        "complete": report.coverage.complete,
    }


def finding(each: Finding, severity: Severity) -> Json:
    """Return one finding of a rule of such a severity."""
    return {
        "fingerprint": each.fingerprint,
        "rule": each.rule,
        "severity": severity.value,
        "verdict": each.verdict.value,
        "asset": each.asset,
        "kind": each.kind,
        "place": plain.place(each.place),
        "evidence": [plain.evidence(evidence) for evidence in each.evidence],
        "advice": each.advice or None,
        "suppression": _suppression(each.suppression) if each.suppression else None,
        "priority": plain.priority(each.priority) if each.priority else None,
        "paths": list(each.paths),
    }


def _vulnerability(found: Vulnerability) -> Json:
    return {
        "asset": found.asset,
        "purl": found.purl,
        "id": found.id,
        "aliases": found.aliases,
        "summary": found.summary,
        "severity": found.severity.value if found.severity else None,
        "score": found.score,
        "vector": found.vector or None,
        "fixed": found.fixed,
        "unfixed": found.unfixed or None,
        "exploited": found.exploited,
        "due": found.due or None,
        "ransomware": found.ransomware,
        "epss": found.epss,
        "status": found.status.value,
        "justification": found.justification or None,
        "reachable": REACHABLE[found.reachable],
        "chain": found.chain,
        "urls": found.urls,
        "published": found.published or None,
        "origin": found.origin,
    }


def _advisories(data: Advisories) -> Json:
    return {
        "updated": data.updated,
        "stale": data.stale,
        "digest": data.digest,
        "ecosystems": _sorted(data.ecosystems),
    }


def _suppression(suppression: Suppression) -> Json:
    return {
        "by": suppression.by,
        "reason": suppression.reason,
        "until": suppression.until or None,
        "place": plain.place(suppression.place) if suppression.place else None,
    }


def rule(card: RuleCard) -> Json:
    """Return what is said of a rule."""
    return {
        "title": card.title,
        "severity": card.severity.value,
        "condition": card.condition,
        "because": card.because,
        "fix": card.fix,
        "serves": card.serves,
        "frameworks": card.frameworks,
    }


def _framework(framework: FrameworkResult) -> Json:
    return {
        "id": framework.id,
        "title": framework.title,
        "requirements": [_requirement(result) for result in framework.requirements],
    }


def _requirement(result: RequirementResult) -> Json:
    return {
        "id": result.id,
        "title": result.title,
        "verdict": result.verdict.value if result.verdict else None,
        "why": result.why or None,
        "failed": result.failed,
        "unknown": result.unknown,
        "passed": result.passed,
    }


def _coverage(coverage: Coverage) -> Json:
    return {
        "files": coverage.files,
        "read": coverage.read,
        "complete": coverage.complete,
        "sweeps": [
            {
                "format": sweep.format,
                "place": sweep.place,
                "files": sweep.files,
                "assets": sweep.assets,
                "whole": sweep.whole,
            }
            for sweep in coverage.sweeps
        ],
        "gaps": [plain.gap(gap) for gap in coverage.gaps],
        "unknowns": [
            {"why": value.why, "verdicts": value.verdicts, "example": value.example} for value in coverage.unknowns
        ],
        "unmodelled": _sorted(coverage.unmodelled),
    }


FORMAT = OutputFormat(id="json", title="JSON, everything", extensions=("json",), write=write)
