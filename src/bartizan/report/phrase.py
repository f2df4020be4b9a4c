"""Phrases: how places, evidence, module calls and numbers are said in every format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import zip_longest

from bartizan.core.claim import Severity
from bartizan.core.finding import Evidence, Finding, Suppression, Verdict
from bartizan.core.place import Gap, Place
from bartizan.core.priority import Priority
from bartizan.core.report import Coverage, FrameworkResult, Report, RequirementResult, RuleCard
from bartizan.core.vulnerability import Vulnerability

PACKAGE = "software.package"
_CALL = re.compile(r'(?:^|(?<=[./]))module\.[\w-]+(?:\[(?:"[^"]*"|[^\]]*)\])?')


def count(number: int, noun: str, plural: str = "") -> str:
    """Return `1 gap`, `5,000 gaps`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def cut(text: str, length: int) -> str:
    """Return at most `length` characters, an ellipsis in the place of what is left out."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def deciding(finding: Finding) -> Place:
    """Return where the value that decided is written: its own line before a whole block, a block before the asset's."""
    places = [evidence.place for evidence in finding.evidence if evidence.place]
    exact = [place for place in places if not place.end_line]
    return next(iter((*exact, *places)), finding.place)


def calls(finding: Finding) -> list[tuple[Place, str]]:
    """Return the module calls that led to a finding, outermost first, with the module's address if it is plain.

    Places do not name modules, but an address within modules does, call by call. Where the two
    do not match in number (a chart, a kustomization) the calls stay without a name.
    """
    via = finding.place.via
    names = _CALL.findall(finding.asset)
    matched = names if len(names) == len(via) else []
    return [(place, name or "") for place, name in zip_longest(via, matched[: len(via)])]


def call(place: Place, module: str, base: str = "") -> str:
    """Return one module call as it is written in every format: `infra/main.tf:12 module.net`."""
    return f"{base}{place.file}:{place.line} {module}".rstrip()


def fact(evidence: Evidence, finding: Finding) -> str:
    """Return `attribute = value`, with the asset in front where it is another than the finding's.

    Of an asset within the finding's only the part within is named: `ingress/0`.
    """
    told = f"{evidence.attribute} = {evidence.value}"
    if evidence.asset == finding.asset:
        return told
    within = evidence.asset.removeprefix(finding.asset)
    inside = within != evidence.asset and within[0] in "/.:["
    return f"{within.lstrip('/.:') if inside else evidence.asset}: {told}"


def facts(finding: Finding) -> str:
    """Return all evidence on one line, joined with `; `."""
    return "; ".join(fact(evidence, finding) for evidence in finding.evidence)


def remedy(finding: Finding, card: RuleCard) -> str:
    """Return what to do about one finding: its own advice, or the fix of its rule."""
    return finding.advice or card.fix


def urgency(priority: Priority) -> str:
    """Return how soon to act: `act within 3 days`, `track: with the next regular update`.

    Where an intrusion may have happened already, or inputs are not known, that is said as well.
    """
    word = priority.decision.value
    if priority.days is None:
        said = f"{word}: with the next regular update"
    else:
        said = f"{word} within {count(priority.days, 'day')}"
    traces = ", and look for traces of an intrusion" if priority.forensic else ""
    least = f" (no more than {priority.least.value}, if what is not known is harmless)" if priority.least else ""
    return f"{said}{traces}{least}"


def inputs(priority: Priority) -> list[str]:
    """Return the inputs of a decision with their evidence: `exposed yes: reached from the Internet`."""
    return [f"{each.name} {each.truth.name.lower()}: {each.says}" for each in priority.inputs]


def accepted(suppression: Suppression) -> str:
    """Return why a failure is not counted: `waiver until 2027-01-31: static site`."""
    until = f" until {suppression.until}" if suppression.until else ""
    return f"{suppression.by}{until}: {suppression.reason}" if suppression.reason else f"{suppression.by}{until}"


def gap_place(gap: Gap, base: str = "") -> str:
    """Return `file`, `file:line` or `file:line:column`, as much as is known."""
    tail = f":{gap.line}" if gap.line else ""
    return f"{base}{gap.file}{tail}{f':{gap.column}' if gap.line and gap.column else ''}"


def kinds_in_short(kinds: Mapping[str, int], most: int = 4) -> str:
    """Return the most frequent kinds with their numbers, and how many more there are."""
    ranked = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    shown = ", ".join(f"{number:,} {kind}" for kind, number in ranked[:most])
    rest = ranked[most:]
    if not rest:
        return shown
    return f"{shown} and {sum(number for _, number in rest):,} more of {count(len(rest), 'kind')}"


def read_in_short(coverage: Coverage) -> str:
    """Return how much of the target was read, and what is missing."""
    read = f"{coverage.read:,} of {count(coverage.files, 'file')} read"
    return f"{read}, {count(len(coverage.gaps), 'gap')}" if coverage.gaps else f"{read}, no gaps"


def severities(numbers: Mapping[Severity, int]) -> str:
    """Return `2 critical, 5 high`, leaving out what there is none of."""
    return ", ".join(f"{number:,} {severity.value}" for severity, number in numbers.items() if number)


def standing(result: RequirementResult) -> str:
    """Return how a requirement turned out: `pass`, `fail`, `unknown` or `not judged`."""
    return result.verdict.value if result.verdict else "not judged"


def standings(framework: FrameworkResult) -> dict[str, int]:
    """Return how many requirements of a framework turned out in which way, in a fixed order."""
    counts = Counter(standing(result) for result in framework.requirements)
    return {name: counts[name] for name in (*(verdict.value for verdict in Verdict), "not judged")}


def reason(result: RequirementResult) -> str:
    """Return why a requirement turned out as it did: the rules that decided, or why none could."""
    if result.failed:
        return f"failed: {', '.join(result.failed)}"
    if result.unknown:
        return f"unknown: {', '.join(result.unknown)}"
    return result.why


def ranked(numbers: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return names with their numbers, greatest first, then by name."""
    return sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))


def vulnerable(report: Report) -> str:
    """Return how many vulnerabilities count, in how many packages, and how many are exploited."""
    counted = [each for each in report.vulnerabilities if each.counts]
    other = len(report.vulnerabilities) - len(counted)
    packages = len({each.asset for each in counted})
    known = f"{count(len(counted), 'known vulnerability', 'known vulnerabilities')} in {count(packages, 'package')}"
    exploited = sum(1 for each in counted if each.exploited)
    parts = (
        known,
        f"{exploited:,} known to be exploited" if exploited else "",
        f"{other:,} not counted" if other else "",
    )
    return joined(parts, ", ")


def advised(report: Report) -> str:
    """Return how old the advisory data is, or that there is none; empty where there is no package to match."""
    if report.advisories is None:
        none = "no advisory data, so nothing is known of vulnerabilities: `bartizan data update` fetches it"
        return none if PACKAGE in report.kinds else ""
    old = ", which is old: `bartizan data update` fetches what is new" if report.advisories.stale else ""
    return f"advisory data of {report.advisories.updated[:10]}{old}"


def worst_first(found: Iterable[Vulnerability]) -> list[Vulnerability]:
    """Return vulnerabilities, those that count first, of them the exploited ones, then by score."""
    return sorted(found, key=lambda one: (not one.counts, not one.exploited, -(one.score or 0), one.id, one.asset))


def sentence(card: RuleCard) -> str:
    """Return a rule's title with its full stop: titles have none, sentences do."""
    return f"{card.title.rstrip('.')}."


def joined(parts: Iterable[str], by: str = " ") -> str:
    """Join the parts that are not empty."""
    return by.join(part for part in parts if part)
