"""Priority: how soon to act on each vulnerability, and which findings lie on attack paths.

The decision is that of Binding Operational Directive 26-04 of CISA, "Prioritizing Security Updates Based on Risk"
(10 June 2026), Table 1, which CERT/CC publishes as the decision table `cisa:DT_BOD2604:1.0.0` of SSVC:

| exposed | exploited | automatable | impact | act within |
|---|---|---|---|---|
| yes | yes | yes | total | 3 days, with forensic triage |
| yes | yes | yes | partial | 3 days |
| yes | yes | no | total | 3 days, with forensic triage |
| yes | yes | no | partial | 14 days |
| yes | no | yes | total | 3 days |
| yes | no | yes | partial | 14 days |
| yes | no | no | total | 14 days |
| yes | no | no | partial | 60 days |
| no | yes | yes | total | 3 days, with forensic triage |
| no | yes | yes | partial | 14 days |
| no | yes | no | total | 14 days |
| no | yes | no | partial | 14 days |
| no | no | yes | total | 60 days |
| no | no | yes | partial | 60 days |
| no | no | no | total | next upgrade |
| no | no | no | partial | next upgrade |

An input that is not known stays so: the decision is then the most urgent that is still possible, and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.software.package import Package
from bartizan.core.attack import AttackPath
from bartizan.core.finding import Finding, Verdict
from bartizan.core.priority import Decision, Input, Priority
from bartizan.core.truth import Truth, Unknown
from bartizan.core.vulnerability import Vulnerability
from bartizan.graph.graph import Graph, led_to

EXPLOITED, EXPOSED, AUTOMATABLE, IMPACT = "exploited", "exposed", "automatable", "impact"
_DAYS: dict[tuple[bool, bool], tuple[int | None, ...]] = {
    (True, True): (3, 3, 3, 14),
    (True, False): (3, 14, 14, 60),
    (False, True): (3, 14, 14, 14),
    (False, False): (60, 60, None, None),
}
"""By exposed and exploited: days where it is automatable and total, automatable, total, none of both."""
DECISIONS = {3: Decision.ACT, 14: Decision.ATTEND, 60: Decision.TRACK_CLOSELY, None: Decision.TRACK}
EVER = 10_000
"""Stands for the next upgrade where days are compared."""
NEEDS = {
    "2": ({"AV": "N", "AC": "L", "Au": "N"}, {"C": "C", "I": "C", "A": "C"}),
    "3": ({"AV": "N", "AC": "L", "PR": "N", "UI": "N"}, {"C": "H", "I": "H", "A": "H"}),
    "4": ({"AV": "N", "AC": "L", "AT": "N", "PR": "N", "UI": "N"}, {"VC": "H", "VI": "H", "VA": "H"}),
}
"""By version of CVSS: metrics of what can be automated, and of what gives total control."""


def decided(exposed: bool, exploited: bool, automatable: bool, total: bool) -> tuple[int | None, bool]:
    """Return the days to act in, None for the next upgrade, and whether to look for traces; as the table says."""
    days = _DAYS[exposed, exploited][2 * (not automatable) + (not total)]
    return days, exploited and total and (exposed or automatable)


def prioritised(
    findings: Sequence[Finding], graph: Graph, vulnerabilities: Iterable[Vulnerability], paths: Sequence[AttackPath]
) -> list[Finding]:
    """Return findings with their priorities, and the paths they are on."""
    on_paths = _on_paths(paths)
    known: dict[str, list[Vulnerability]] = defaultdict(list)
    for each in vulnerabilities:
        if each.counts:
            known[each.asset].append(each)
    exposure = _exposures(graph, frozenset(known))
    priorities = {
        asset: min((of(each, exposure[asset], bool(on_paths.get(asset))) for each in listed), key=urgency)
        for asset, listed in known.items()
    }
    return [_with(finding, on_paths, priorities, graph) for finding in findings]


def _with(
    finding: Finding, on_paths: Mapping[str, tuple[str, ...]], priorities: Mapping[str, Priority], graph: Graph
) -> Finding:
    if finding.verdict is Verdict.PASS:
        return finding
    vulnerable = isinstance(graph.get(finding.asset), Package) and _about_vulnerabilities(finding)
    priority = priorities.get(finding.asset) if vulnerable else None
    return replace(finding, priority=priority or finding.priority, paths=on_paths.get(finding.asset, ()))


def _about_vulnerabilities(finding: Finding) -> bool:
    told = {each.attribute for each in finding.evidence}
    return not told or bool(told & VULNERABLE)


VULNERABLE = frozenset({"affected", "vulnerabilities", "worst", "unrated", "exploited", "likelihood", "fixable"})
"""Attributes of packages that known vulnerabilities give them."""


def urgency(priority: Priority) -> tuple[int, bool, float]:
    """Return what to sort by: the most urgent first."""
    return (EVER if priority.days is None else priority.days, not priority.forensic, -priority.score)


def of(vulnerability: Vulnerability, exposed: Input, on_path: bool) -> Priority:
    """Return how soon to act on one vulnerability, of which it is known how far its package is exposed."""
    inputs = (_exploited(vulnerability), exposed, _automatable(vulnerability), _impact(vulnerability, on_path))
    exploitable, open_, automatable, impact = (_possible(each.truth) for each in inputs)
    outcomes = [decided(*case) for case in product(open_, exploitable, automatable, impact)]
    days, forensic = min(outcomes, key=lambda found: (found[0] or EVER, not found[1]))
    slowest = max(outcomes, key=lambda found: found[0] or EVER)[0]
    return Priority(
        decision=DECISIONS[days],
        days=days,
        forensic=forensic,
        least=DECISIONS[slowest] if slowest != days else None,
        inputs=inputs,
        score=_score(vulnerability, on_path),
    )


def _possible(truth: Truth) -> tuple[bool, ...]:
    return (True, False) if truth is Truth.UNKNOWN else (truth is Truth.YES,)


def _score(vulnerability: Vulnerability, on_path: bool) -> float:
    """Return 0 to 100: the likelihood of exploitation, the severity, a path through it, and use by ransomware."""
    parts = (
        40 * (vulnerability.epss or 0.0),
        3 * (vulnerability.score or 0.0),
        20.0 if on_path else 0.0,
        10.0 if vulnerability.ransomware else 0.0,
    )
    return round(min(100.0, sum(parts)), 1)


def _exploited(vulnerability: Vulnerability) -> Input:
    if not vulnerability.exploited:
        return Input(name=EXPLOITED, truth=Truth.NO, says=f"{vulnerability.id} is not in CISA's catalogue")
    due = f", to be fixed by {vulnerability.due}" if vulnerability.due else ""
    ransom = ", used by ransomware" if vulnerability.ransomware else ""
    says = f"{vulnerability.id} is in CISA's catalogue of exploited vulnerabilities{due}{ransom}"
    return Input(name=EXPLOITED, truth=Truth.YES, says=says)


def _automatable(vulnerability: Vulnerability) -> Input:
    metrics, needed = _metrics(vulnerability.vector), _needed(vulnerability.vector)
    if not needed:
        return Input(name=AUTOMATABLE, truth=Truth.UNKNOWN, says=f"{vulnerability.id} has no CVSS vector")
    lacking = [f"{name}:{metrics.get(name, '?')}" for name, value in needed[0].items() if metrics.get(name) != value]
    if lacking:
        return Input(name=AUTOMATABLE, truth=Truth.NO, says=f"an attack needs more than a request: {' '.join(lacking)}")
    told = "/".join(f"{name}:{value}" for name, value in needed[0].items())
    return Input(name=AUTOMATABLE, truth=Truth.YES, says=f"over the network, by anybody, without help: {told}")


def _impact(vulnerability: Vulnerability, on_path: bool) -> Input:
    """Tell whether the attacker gets total control: by the vector, or because a path goes on from there."""
    if on_path:
        return Input(name=IMPACT, truth=Truth.YES, says="total: an attack path goes through it to what matters")
    metrics, needed = _metrics(vulnerability.vector), _needed(vulnerability.vector)
    if not needed:
        return Input(name=IMPACT, truth=Truth.UNKNOWN, says=f"{vulnerability.id} has no CVSS vector")
    told = "/".join(f"{name}:{metrics.get(name, '?')}" for name in needed[1])
    total = all(metrics.get(name) == value for name, value in needed[1].items())
    return Input(
        name=IMPACT, truth=Truth.YES if total else Truth.NO, says=f"{'total' if total else 'partial'} control: {told}"
    )


def _metrics(vector: str) -> dict[str, str]:
    return dict(part.split(":", 1) for part in vector.strip("() ").split("/") if ":" in part)


def _needed(vector: str) -> tuple[dict[str, str], dict[str, str]] | None:
    """Return what to look for in a vector, by its version; None for what is no base vector."""
    version = _metrics(vector).get("CVSS", "2")[:1]
    needed = NEEDS.get(version)
    return needed if needed and {"AV", "AC"} <= _metrics(vector).keys() else None


def _exposures(graph: Graph, packages: frozenset[str]) -> Mapping[str, Input]:
    """Return for packages whether what runs with them can be reached from the Internet."""
    found: dict[str, list[tuple[Truth, str]]] = defaultdict(list)
    for runner in graph.of(Runner) if packages else ():
        for package in set(_packages(runner, graph)) & packages:
            found[package].append(_exposure(runner))
    unplaced = (Truth.UNKNOWN, "nothing that was read tells where it runs")
    best = {package: max(found.get(package, [unplaced]), key=lambda each: each[0]) for package in packages}
    return {package: Input(name=EXPOSED, truth=truth, says=says) for package, (truth, says) in best.items()}


def _packages(runner: Runner, graph: Graph) -> Iterator[str]:
    for application in graph.follow(runner, "runs").assets:
        yield from led_to(application.read("packages"))[0]


def _exposure(runner: Runner) -> tuple[Truth, str]:
    exposed = runner.exposed
    if isinstance(exposed, Unknown):
        return Truth.UNKNOWN, f"whether the Internet reaches {runner.id} is not known: {exposed.why}"
    if not exposed:
        return Truth.NO, f"the Internet does not reach {runner.id}"
    by = runner.exposed_by
    return Truth.YES, f"the Internet reaches {runner.id}" + (f": {by}" if isinstance(by, str) and by else "")


def _on_paths(paths: Sequence[AttackPath]) -> dict[str, tuple[str, ...]]:
    """Return by id of an asset, or of a package, flaw or secret that is a cause, the paths it is part of."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for path in paths:
        for hop in path.hops:
            for id in (hop.actor.id, hop.target.id, hop.gained.id):
                found[id][path.id] = None
            for cause in hop.causes:
                found[cause.asset][path.id] = None
                found[cause.id][path.id] = None
    return {id: tuple(listed) for id, listed in found.items()}
