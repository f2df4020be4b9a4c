"""Makes a report of what was read: judges the rules and the frameworks, and keeps the ledger of coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from itertools import pairwise
from typing import Any

import bartizan
from bartizan.app import catalog
from bartizan.app.attack.found import Found, made
from bartizan.app.errors import ContentError
from bartizan.app.options import Options, today
from bartizan.app.reading import Read
from bartizan.app.whole import declared, whole
from bartizan.collect.tree import Tree
from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.data_store import DataStore
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.identity import Actor
from bartizan.content.kinds.pipelines.job import PipelineJob
from bartizan.core.claim import Framework, Rule
from bartizan.core.finding import Finding, Verdict
from bartizan.core.place import Gap
from bartizan.core.report import Coverage, Report, RuleCard, Sweep, UnknownValue
from bartizan.posture.compliance import judged as judged_framework
from bartizan.posture.judge import Judgement, judge
from bartizan.posture.suppression import suppressed


def judged(tree: Tree, read: list[Read], options: Options) -> tuple[Report, Found]:
    """Judge what was read of a tree; with the report comes what attackers can do."""
    known = catalog.catalog()
    chosen = list(_chosen(known.rules, options))
    frameworks = [_framework(known, id) for id in options.frameworks]
    all_ = whole(tree, read, options)
    graph, known_wrong = all_.graph, all_.wrong
    found = made(str(tree.root), tree, all_, options)
    _routed(found)
    judgement = judge(chosen, graph)
    findings = suppressed(judgement.findings, known.rules, graph, tree, options.waivers, today())
    results = [judged_framework(framework, known.rules.values(), judgement.tallies) for framework in frameworks]
    named = {f.rule for f in findings} | {
        rule for result in results for each in result.requirements for rule in (*each.failed, *each.unknown)
    }
    report = Report(
        target=str(tree.root),
        version=bartizan.__version__,
        findings=sorted(findings, key=lambda finding: _order(finding, known.rules)),
        rules={id: card(known.rules[id]) for id in sorted(named)},
        tallies=dict(sorted(judgement.tallies.items())),
        kinds=dict(sorted(Counter(asset.kind for asset in declared(graph)).items())),
        coverage=_coverage(tree, read, judgement, known_wrong.gaps),
        frameworks=results,
        vulnerabilities=list(known_wrong.vulnerabilities),
        advisories=known_wrong.advisories,
        veiled=[asset.place for asset in graph.assets if isinstance(asset, Leak) and asset.place],
    )
    return _attacked(report, found), found


def _attacked(report: Report, found: Found) -> Report:
    """Return a report with the attack paths in it, and its findings told which of them they are on."""
    if not any(issubclass(kind, (Actor, DataStore, PipelineJob, Runner)) for kind in found.graph.by_kind):
        return report
    from bartizan.app.attack.listing import Wanted, paths  # most scans of code need none of it
    from bartizan.app.attack.priority import prioritised

    attack = paths(found, Wanted())
    findings = prioritised(report.findings, found.graph, report.vulnerabilities, attack.paths)
    return replace(report, attack=attack, findings=findings)


def _routed(found: Found) -> None:
    """Tell identities how they come to every right."""
    if any(found.graph.kinds(Actor)):
        from bartizan.app.identity.escalation import look_for_routes  # most scans of code need none of it

        look_for_routes(found.graph, found.moves)


def _chosen(rules: dict[str, Rule[Any]], options: Options) -> Iterator[Rule[Any]]:
    for id, rule in rules.items():
        wanted = not options.rules or any(fnmatchcase(id, pattern) for pattern in options.rules)
        if wanted and not any(fnmatchcase(id, pattern) for pattern in options.skip_rules):
            yield rule


def _framework(known: catalog.Catalog, id: str) -> Framework:
    if id not in known.frameworks:
        raise ContentError(f"There is no framework {id}; `bartizan list frameworks` names them.")
    return known.frameworks[id]


def _order(finding: Finding, rules: dict[str, Rule[Any]]) -> tuple[Any, ...]:
    failed = finding.verdict is Verdict.FAIL
    rank = rules[finding.rule].severity.rank
    return (not failed, -rank, finding.rule, finding.place.file, finding.place.line, finding.asset)


def card(rule: Rule[Any]) -> RuleCard:
    """Return what a report says of a rule."""
    asked = catalog.asking()
    return RuleCard(
        id=rule.id,
        title=rule.title,
        severity=rule.severity,
        because=rule.because,
        fix=rule.fix,
        condition=str(rule.must) if rule.where is None else f"where {rule.where}: {rule.must}",
        serves=rule.serves,
        frameworks=tuple(dict.fromkeys(asker for name in (rule.id, *rule.serves) for asker in asked.get(name, ()))),
    )


def _coverage(tree: Tree, read: list[Read], judgement: Judgement, more: Iterable[Gap]) -> Coverage:
    unmodelled: Counter[str] = Counter()
    for each in read:
        unmodelled.update(each.collected.unmodelled)
    whys: Counter[str] = Counter()
    for (why, _), count in judgement.unknowns.items():
        whys[why] += count
    gaps = [*tree.gaps, *more, *(gap for each in read for gap in each.collected.gaps)]
    files = {file for each in read for file in (*each.unit.files, *each.collected.also)}
    return Coverage(
        files=len(tree.files),
        read=len((files & set(tree.files)) - {gap.file for gap in gaps if not gap.line}),
        sweeps=[_sweep(each) for each in read],
        gaps=_distinct(gaps),
        unknowns=[UnknownValue(why, count, judgement.examples[why]) for why, count in whys.most_common()],
        unmodelled=dict(unmodelled.most_common()),
    )


def _distinct(gaps: Iterable[Gap]) -> list[Gap]:
    """Return gaps in order; of what several formats could not read for the same reason, the one that says most."""
    ordered = sorted(set(gaps), key=lambda gap: (gap.file, gap.line, gap.why))
    told_again = {one for one, after in pairwise(ordered) if _says_more(after, one)}
    return [gap for gap in ordered if gap not in told_again]


def _says_more(one: Gap, other: Gap) -> bool:
    return (one.file, one.line) == (other.file, other.line) and one.why.startswith(other.why)


def _sweep(read: Read) -> Sweep:
    return Sweep(
        format=read.unit.format,
        place=read.unit.root or ".",
        files=len(read.unit.files),
        assets=len(read.collected.assets),
        whole=not read.collected.gaps,
    )
