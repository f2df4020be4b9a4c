"""SARIF 2.1.0: the exchange format of static analysis, read by GitHub code scanning, editors and dashboards.

Nothing in it depends on the time or the machine. There are no snippets: a log is uploaded and kept,
and source lines may hold secrets.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from bartizan.core.attack import AttackPath
from bartizan.core.claim import Severity
from bartizan.core.finding import Finding, Suppression, Verdict
from bartizan.core.place import Gap
from bartizan.core.report import Report, RuleCard
from bartizan.report.attack.flow import ROOT, SCHEMA, code_flow, graph, physical, said, traversal
from bartizan.report.escape import markdown, uri, visible
from bartizan.report.layout import Json, lay_out
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.phrase import calls, cut, fact, facts, inputs, joined, remedy, sentence, urgency

LEVELS = {Severity.CRITICAL: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
SCORES = {Severity.CRITICAL: "9.5", Severity.HIGH: "8.0", Severity.MEDIUM: "5.5", Severity.LOW: "3.0"}
"""Within the ranges by which GitHub sorts scores into its four severities."""
MOST_TAGS = 20
"""GitHub refuses more tags than this on a rule."""
MOST_RELATED = 100
"""GitHub shows no more locations than this with a result."""
MOST_TEXT = 1000
MOST_FLOWS = 5
"""Attack paths that are written out with a finding."""


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write one run: failures with their suppressions, and open verdicts where they are to be shown."""
    emit(stream, lay_out(document(report, look), depth=4))
    stream.write("\n")


def document(report: Report, look: Look) -> dict[str, Json]:
    """Return the log as a JSON value."""
    drawn = _drawn(report, look)
    at = {path.id: number for number, path in enumerate(drawn)}
    rules = sorted(report.rules.values(), key=lambda card: card.id)
    index = {card.id: number for number, card in enumerate(rules)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(report, rules)},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the source tree."}}},
                "invocations": [_invocation(report, look)],
                **({"graphs": [graph(path, look.base) for path in drawn]} if drawn else {}),
                "results": (
                    _result(f, report, index, look) | _led(f, drawn, at, look)
                    for f in report.findings
                    if f.verdict in look.show
                ),
            }
        ],
    }


def _drawn(report: Report, look: Look) -> list[AttackPath]:
    """Return the attack paths that some finding of the log lies on, each finding's first few."""
    wanted = {id for f in report.findings if f.verdict in look.show for id in f.paths[:MOST_FLOWS]}
    return [path for path in report.attack.paths if path.id in wanted] if report.attack else []


def _led(finding: Finding, drawn: list[AttackPath], at: Mapping[str, int], look: Look) -> dict[str, Json]:
    """Return the attack paths that a finding lies on, as code flows and as ways through the run's graphs."""
    numbers = [at[id] for id in finding.paths[:MOST_FLOWS] if id in at]
    if not numbers:
        return {}
    return {
        "codeFlows": [code_flow(drawn[number], look.base) for number in numbers],
        "graphTraversals": [traversal(drawn[number], number) for number in numbers],
    }


def _driver(report: Report, rules: list[RuleCard]) -> Json:
    return {
        "name": "Bartizan",
        "version": report.version,
        "rules": [_rule(card) for card in rules],
    }


def _rule(card: RuleCard) -> Json:
    return {
        "id": card.id,
        "name": card.id,
        "shortDescription": {"text": card.title},
        "fullDescription": {"text": card.because},
        "help": {
            "text": f"{card.because}\n\nRequired: {card.condition}.\n\nFix: {card.fix}",
            "markdown": _help(card),
        },
        "defaultConfiguration": {"level": LEVELS[card.severity]},
        "properties": {
            "tags": ["security", *card.serves, *card.frameworks][:MOST_TAGS],
            "security-severity": SCORES[card.severity],
            "precision": "high",
            "severity": card.severity.value,
        },
    }


def _help(card: RuleCard) -> str:
    judges = "\n\n**Judges**\n\n" + "\n".join(f"- {markdown(name)}" for name in card.frameworks)
    return (
        f"{markdown(card.because)}\n\n**Required:** {markdown(card.condition)}\n\n**Fix:** {markdown(card.fix)}"
        f"{judges if card.frameworks else ''}"
    )


def _result(finding: Finding, report: Report, index: Mapping[str, int], look: Look) -> dict[str, Json]:
    card = report.rules[finding.rule]
    failed = finding.verdict is Verdict.FAIL
    result: dict[str, Json] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "kind": finding.verdict.value if finding.verdict is not Verdict.UNKNOWN else "open",
        "level": LEVELS[card.severity] if failed else "none",
        "message": {"text": _message(finding, card)},
        "locations": [_located(finding, look)],
        "partialFingerprints": {"bartizan/v1": finding.fingerprint},
    }
    if related := _related(finding, look):
        result["relatedLocations"] = related
    if failed:  # one result with suppressions obliges all: an empty list says "not suppressed"
        result["suppressions"] = [_suppression(finding.suppression, look)] if finding.suppression else []
    if finding.priority is not None:
        result["rank"] = min(max(finding.priority.score, 0.0), 100.0)
        result["properties"] = {"priority": urgency(finding.priority), "inputs": inputs(finding.priority)}
    return result


def _message(finding: Finding, card: RuleCard) -> str:
    asset = visible(finding.asset)
    if finding.verdict is Verdict.UNKNOWN:
        return said(f"{asset}: it cannot be seen whether this holds: {sentence(card)} {cut(facts(finding), MOST_TEXT)}")
    shown = f"Found {cut(facts(finding), MOST_TEXT)}." if finding.evidence else ""
    return said(joined((f"{asset} does not meet: {sentence(card)}", shown, f"Fix: {remedy(finding, card)}")))


def _located(finding: Finding, look: Look) -> Json:
    logical = {"fullyQualifiedName": visible(finding.asset), "kind": "resource"}
    return {"physicalLocation": physical(finding.place, look.base), "logicalLocations": [logical]}


def _related(finding: Finding, look: Look) -> list[Json]:
    told = [(place, f"Called from {module or 'here'}") for place, module in calls(finding)]
    told += [(e.place, fact(e, finding)) for e in finding.evidence if e.place and e.place != finding.place]
    return [
        {"id": number, "message": {"text": said(cut(text, MOST_TEXT))}, "physicalLocation": physical(place, look.base)}
        for number, (place, text) in enumerate(told[:MOST_RELATED], start=1)
    ]


def _suppression(suppression: Suppression, look: Look) -> Json:
    until = f" (until {suppression.until})" if suppression.until else ""
    told: dict[str, Json] = {
        "kind": "inSource" if suppression.by == "comment" else "external",
        "status": "accepted",
        "justification": visible(f"{suppression.by}: {suppression.reason or 'no reason given'}{until}"),
    }
    if suppression.place:
        told["location"] = {"physicalLocation": physical(suppression.place, look.base)}
    return told


def _invocation(report: Report, look: Look) -> Json:
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [_notification(gap, look) for gap in report.coverage.gaps],
        "properties": {
            "filesFound": report.coverage.files,
            "filesRead": report.coverage.read,
            "complete": report.coverage.complete,
        },
    }


def _notification(gap: Gap, look: Look) -> Json:
    place: dict[str, Json] = {"artifactLocation": {"uri": uri(f"{look.base}{gap.file}"), "uriBaseId": ROOT}}
    if gap.line:
        place["region"] = {"startLine": gap.line, "startColumn": max(gap.column, 1)}
    return {
        "level": "warning",
        "message": {"text": said(joined((gap.about, gap.why), ": "))},
        "locations": [{"physicalLocation": place}],
    }


FORMAT = OutputFormat(id="sarif", title="SARIF 2.1.0", extensions=("sarif", "sarif.json"), write=write)
