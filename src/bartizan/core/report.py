"""Reports: everything a scan concluded and everything it could not see, ready for any format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bartizan.core.attack import Paths
from bartizan.core.claim import Severity
from bartizan.core.finding import Finding, Verdict
from bartizan.core.place import Gap, Place
from bartizan.core.vulnerability import Vulnerability


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCard:
    """What a report says of a rule."""

    id: str
    title: str
    severity: Severity
    because: str
    fix: str
    condition: str
    """The rule as a sentence."""
    serves: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    """Requirements it judges: `cis-aws-3.0 2.1.4`."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a rule passed, failed and could not be judged; suppressed failures count as failed."""

    passed: int = 0
    failed: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """A value that could not be seen, and how many verdicts it left open."""

    why: str
    verdicts: int
    example: str
    """One asset and attribute it was met at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """One pass over one place in one format. Only a whole sweep may say that something is not there."""

    format: str
    place: str
    files: int
    assets: int
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The ledger of what was looked at, and what stayed unseen."""

    files: int
    """Files found under the target."""
    read: int
    """Files that some format read."""
    sweeps: Sequence[Sweep] = ()
    gaps: Sequence[Gap] = ()
    unknowns: Sequence[UnknownValue] = ()
    unmodelled: Mapping[str, int] = field(default_factory=dict)
    """Declared resource types that no kind describes yet, and how many of each."""

    @property
    def complete(self) -> bool:
        """Tell whether everything that was recognised could be read."""
        return not self.gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementResult:
    """How one requirement of a framework turned out."""

    id: str
    title: str
    verdict: Verdict | None
    """None where it cannot be judged automatically, or where nothing it is about was seen."""
    why: str
    """For None: the reason."""
    failed: tuple[str, ...] = ()
    """Rules that failed."""
    unknown: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkResult:
    """How a framework turned out, requirement by requirement."""

    id: str
    title: str
    requirements: Sequence[RequirementResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advisories:
    """The advisory data that packages were matched with."""

    updated: str
    """When it was fetched, as an ISO 8601 time in UTC."""
    ecosystems: Mapping[str, int]
    """Advisories of each ecosystem."""
    digest: str
    """SHA-256 of what it was made of: two reports with the same one knew the same."""
    stale: bool
    """Whether it is older than it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of one scan."""

    target: str
    """The path as it was given."""
    version: str
    """Of Bartizan."""
    findings: Sequence[Finding]
    """Failures (also suppressed ones) and unknowns; worst first, then by place."""
    rules: Mapping[str, RuleCard]
    """Every rule that a finding or a framework result names."""
    tallies: Mapping[str, Tally]
    """By rule, for every rule that was about some asset."""
    kinds: Mapping[str, int]
    """Assets seen, by kind."""
    coverage: Coverage
    frameworks: Sequence[FrameworkResult] = ()
    vulnerabilities: Sequence[Vulnerability] = ()
    """Every match of a package with what is known of it, also those that do not count; by asset, then id."""
    veiled: Sequence[Place] = ()
    """Where secrets are written out: from there on, no line is ever shown."""
    advisories: Advisories | None = None
    """None where there is no advisory data, or no package to match."""
    attack: Paths | None = None
    """The attack paths; None where they were not looked for."""

    def failures(self) -> list[Finding]:
        """Return the failures that nobody accepted."""
        return [f for f in self.findings if f.verdict is Verdict.FAIL and f.suppression is None]

    def severity(self, finding: Finding) -> Severity:
        """Return the severity of a finding's rule."""
        return self.rules[finding.rule].severity
