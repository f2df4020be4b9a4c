"""Joins the reports of several targets into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from bartizan.core.finding import Finding, Verdict
from bartizan.core.place import Place
from bartizan.core.report import Coverage, Report, Tally


def merged(reports: Sequence[Report]) -> Report:
    """Return one report; with several targets, paths are told from where the targets were named."""
    if len(reports) == 1:
        return reports[0]
    placed = [_placed(report) for report in reports]
    rules = {id: card for report in placed for id, card in report.rules.items()}
    findings = [finding for report in placed for finding in report.findings]
    return Report(
        target=", ".join(report.target for report in reports),
        version=reports[0].version,
        findings=sorted(findings, key=lambda f: (f.verdict is not Verdict.FAIL, -rules[f.rule].severity.rank, f.rule)),
        rules=rules,
        tallies=_tallies(placed),
        kinds=dict(sum((Counter(report.kinds) for report in placed), Counter())),
        coverage=_coverage([report.coverage for report in placed]),
        frameworks=[result for report in placed for result in report.frameworks],
        vulnerabilities=[found for report in placed for found in report.vulnerabilities],
        veiled=[place for report in placed for place in report.veiled],
        advisories=next((report.advisories for report in placed if report.advisories), None),
    )


def _tallies(reports: Sequence[Report]) -> dict[str, Tally]:
    total: dict[str, Tally] = {}
    for report in reports:
        for id, tally in report.tallies.items():
            sum_ = total.get(id, Tally())
            total[id] = Tally(sum_.passed + tally.passed, sum_.failed + tally.failed, sum_.unknown + tally.unknown)
    return total


def _coverage(ledgers: Sequence[Coverage]) -> Coverage:
    unmodelled: Counter[str] = Counter()
    for each in ledgers:
        unmodelled.update(each.unmodelled)
    return Coverage(
        files=sum(each.files for each in ledgers),
        read=sum(each.read for each in ledgers),
        sweeps=[sweep for each in ledgers for sweep in each.sweeps],
        gaps=[gap for each in ledgers for gap in each.gaps],
        unknowns=[unknown for each in ledgers for unknown in each.unknowns],
        unmodelled=dict(unmodelled),
    )


def _placed(report: Report) -> Report:
    """Return a report whose paths begin with its target."""
    prefix = PurePath(report.target)
    gaps = [replace(gap, file=str(prefix / gap.file)) for gap in report.coverage.gaps]
    return replace(
        report,
        findings=[_finding(finding, prefix) for finding in report.findings],
        vulnerabilities=[replace(each, asset=_named(each.asset, prefix)) for each in report.vulnerabilities],
        veiled=[_under(place, prefix) for place in report.veiled],
        coverage=replace(report.coverage, gaps=gaps),
    )


def _finding(finding: Finding, prefix: PurePath) -> Finding:
    evidence = tuple(
        each if each.place is None else replace(each, place=_under(each.place, prefix)) for each in finding.evidence
    )
    place, asset = _under(finding.place, prefix), _named(finding.asset, prefix)
    return replace(finding, place=place, evidence=evidence, asset=asset)


def _named(asset: str, prefix: PurePath) -> str:
    return f"{prefix.as_posix()}//{asset}"


def _under(place: Place, prefix: PurePath) -> Place:
    via = tuple(_under(call, prefix) for call in place.via)
    return replace(place, file=(prefix / place.file).as_posix(), via=via)
