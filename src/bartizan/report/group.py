"""Groups: findings put together by what to fix, and the numbers every report opens with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bartizan.core.claim import Severity
from bartizan.core.finding import Finding, Verdict
from bartizan.core.priority import Decision
from bartizan.core.report import Report, RuleCard

WORST_FIRST = tuple(reversed(Severity))
DECISIONS = tuple(Decision)
"""The most urgent one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The findings of one rule: one thing to fix in several places."""

    card: RuleCard
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The numbers of a report."""

    passed: int
    failed: int
    """Suppressed ones among them."""
    unknown: int
    suppressed: Mapping[str, int]
    """By what suppressed them: `comment`, `waiver`, `baseline`."""
    severities: Mapping[Severity, int]
    """Failures that nobody accepted; every severity is there, worst first."""
    assets: int

    @property
    def verdicts(self) -> int:
        """Return how many verdicts were given."""
        return self.passed + self.failed + self.unknown

    @property
    def accepted(self) -> int:
        """Return how many failures somebody accepted."""
        return sum(self.suppressed.values())

    @property
    def open(self) -> int:
        """Return how many failures nobody accepted."""
        return sum(self.severities.values())


def group(report: Report, findings: Iterable[Finding]) -> list[Group]:
    """Return findings grouped by rule: those on attack paths first, then worst severity, most places, rule id.

    Within a group those on attack paths come first, the more urgent ones before the others; the rest stays in order.
    """
    by_rule: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=urgent):
        by_rule.setdefault(finding.rule, []).append(finding)
    groups = [Group(card=report.rules[rule], findings=found) for rule, found in by_rule.items()]
    return sorted(
        groups, key=lambda one: (not one.findings[0].paths, -one.card.severity.rank, -len(one.findings), one.card.id)
    )


def urgent(finding: Finding) -> tuple[bool, int, float]:
    """Return a key by which findings are sorted: those on attack paths first, then by how soon to act on them."""
    priority = finding.priority
    if priority is None:
        return not finding.paths, len(DECISIONS), 0.0
    return not finding.paths, DECISIONS.index(priority.decision), -priority.score


def unknowns(report: Report) -> list[Finding]:
    """Return the findings whose verdict is open."""
    return [finding for finding in report.findings if finding.verdict is Verdict.UNKNOWN]


def suppressed(report: Report) -> list[Finding]:
    """Return the failures that somebody accepted."""
    return [finding for finding in report.findings if finding.suppression is not None]


def listed(report: Report, show: frozenset[Verdict]) -> list[Finding]:
    """Return the findings to list one by one, in the report's order; suppressed ones are never among them."""
    return [f for f in report.findings if f.verdict in show and f.suppression is None]


def total(report: Report) -> Totals:
    """Count a report's verdicts, failures and assets."""
    severities = Counter(report.severity(finding) for finding in report.failures())
    by = Counter(f.suppression.by for f in report.findings if f.suppression is not None)
    return Totals(
        passed=sum(tally.passed for tally in report.tallies.values()),
        failed=sum(tally.failed for tally in report.tallies.values()),
        unknown=sum(tally.unknown for tally in report.tallies.values()),
        suppressed=dict(sorted(by.items())),
        severities={severity: severities[severity] for severity in WORST_FIRST},
        assets=sum(report.kinds.values()),
    )
