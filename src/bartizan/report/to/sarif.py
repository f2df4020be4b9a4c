"""SARIF 2.1.0: the exchange format of static analysis, read by GitHub code scanning, editors and dashboards.

Nothing in it depends on the time or the machine. There are no snippets: a log is uploaded and kept,
and source lines may hold secrets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TextIO

from bartizan.core.claim import Severity
from bartizan.core.finding import Finding, Suppression, Verdict
from bartizan.core.place import Gap, Place
from bartizan.core.report import Report, RuleCard
from bartizan.report.escape import markdown, uri, visible
from bartizan.report.layout import Json, lay_out
from bartizan.report.output import Look, OutputFormat, emit
from bartizan.report.phrase import calls, cut, fact, facts, joined, remedy, sentence

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
LEVELS = {Severity.CRITICAL: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
SCORES = {Severity.CRITICAL: "9.5", Severity.HIGH: "8.0", Severity.MEDIUM: "5.5", Severity.LOW: "3.0"}
"""Within the ranges by which GitHub sorts scores into its four severities."""
MOST_TAGS = 20
"""GitHub refuses more tags than this on a rule."""
MOST_RELATED = 100
"""GitHub shows no more locations than this with a result."""
MOST_TEXT = 1000
_LINK = re.compile(r"\](?=\()")


def write(report: Report, stream: TextIO, look: Look) -> None:
    """Write one run: failures with their suppressions, and open verdicts where they are to be shown."""
    emit(stream, lay_out(document(report, look), depth=4))
    stream.write("\n")


def document(report: Report, look: Look) -> dict[str, Json]:
    """Return the log as a JSON value."""
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
                "results": (_result(f, report, index, look) for f in report.findings if f.verdict in look.show),
            }
        ],
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


def _result(finding: Finding, report: Report, index: Mapping[str, int], look: Look) -> Json:
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
    return result


def _message(finding: Finding, card: RuleCard) -> str:
    asset = visible(finding.asset)
    if finding.verdict is Verdict.UNKNOWN:
        return _said(
            f"{asset}: it cannot be seen whether this holds: {sentence(card)} {cut(facts(finding), MOST_TEXT)}"
        )
    shown = f"Found {cut(facts(finding), MOST_TEXT)}." if finding.evidence else ""
    return _said(joined((f"{asset} does not meet: {sentence(card)}", shown, f"Fix: {remedy(finding, card)}")))


def _said(text: str) -> str:
    """Return a message in which nothing is a link or a placeholder (SARIF 3.11.5 and 3.11.6)."""
    return _LINK.sub("] ", visible(text)).replace("{", "{{").replace("}", "}}")


def _uri(file: str, look: Look) -> str:
    return uri(f"{look.base}{file}")


def _physical(place: Place, look: Look) -> Json:
    region: dict[str, Json] = {"startLine": max(place.line, 1), "startColumn": max(place.column, 1)}
    if place.end_line > place.line:
        region["endLine"] = place.end_line
    return {"artifactLocation": {"uri": _uri(place.file, look), "uriBaseId": ROOT}, "region": region}


def _located(finding: Finding, look: Look) -> Json:
    logical = {"fullyQualifiedName": visible(finding.asset), "kind": "resource"}
    return {"physicalLocation": _physical(finding.place, look), "logicalLocations": [logical]}


def _related(finding: Finding, look: Look) -> list[Json]:
    told = [(place, f"Called from {module or 'here'}") for place, module in calls(finding)]
    told += [(e.place, fact(e, finding)) for e in finding.evidence if e.place and e.place != finding.place]
    return [
        {"id": number, "message": {"text": _said(cut(text, MOST_TEXT))}, "physicalLocation": _physical(place, look)}
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
        told["location"] = {"physicalLocation": _physical(suppression.place, look)}
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
    place: dict[str, Json] = {"artifactLocation": {"uri": _uri(gap.file, look), "uriBaseId": ROOT}}
    if gap.line:
        place["region"] = {"startLine": gap.line, "startColumn": max(gap.column, 1)}
    return {
        "level": "warning",
        "message": {"text": _said(joined((gap.about, gap.why), ": "))},
        "locations": [{"physicalLocation": place}],
    }


FORMAT = OutputFormat(id="sarif", title="SARIF 2.1.0", extensions=("sarif", "sarif.json"), write=write)
