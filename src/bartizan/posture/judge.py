"""Judges rules: every asset of every rule's kind at once, then the evidence for what did not pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from bartizan.core.claim import Rule
from bartizan.core.condition import View
from bartizan.core.finding import VERDICTS, Evidence, Finding, Verdict
from bartizan.core.kind import Asset
from bartizan.core.place import Place
from bartizan.core.report import Tally
from bartizan.core.truth import Answer, Fact, Partial, Truth, Unknown
from bartizan.graph.columns import Columns
from bartizan.graph.graph import Graph
from bartizan.posture.columnwise import Asking

NOWHERE = Place("")


@dataclass(slots=True)
class Judgement:
    """What all rules said of a graph."""

    findings: list[Finding] = field(default_factory=list)
    """Failures and unknowns."""
    tallies: dict[str, Tally] = field(default_factory=dict)
    unknowns: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many verdicts each unseen value left open, by (why, rule)."""
    examples: dict[str, str] = field(default_factory=dict)
    """For each reason, one asset and attribute it was met at."""


def answer(rule: Rule[Any], asset: Asset, view: View) -> Answer | None:
    """Try a rule on one asset: the specification. None when the rule is not about it."""
    if rule.where is None:
        return rule.must.ask(asset, view)
    about = rule.where.ask(asset, view)
    if about.truth is Truth.NO:
        return None
    return rule.must.ask(asset, view) if about.truth is Truth.YES else Answer(Truth.UNKNOWN, about.facts)


def verdict(rule: Rule[Any], asset: Asset, view: View) -> Verdict | None:
    """Return how a rule turns out for one asset; None when the rule is not about it."""
    given = answer(rule, asset, view)
    return None if given is None else VERDICTS[given.truth]


def verdicts(rule: Rule[Any], kind: type[Asset], asking: Asking) -> tuple[Any, Any]:
    """Return, for each asset of a kind, the truth of a rule and whether the rule is about it."""
    must = asking.ask(rule.must, kind)
    if rule.where is None:
        return must, np.ones(len(must), np.bool_)
    about = asking.ask(rule.where, kind)
    return np.where(about == 0, np.int8(0), must), about >= 0


def judge(rules: Iterable[Rule[Any]], graph: Graph) -> Judgement:
    """Try every rule on every asset it is about."""
    judgement = Judgement()
    asking = Asking(Columns(graph))
    for rule in rules:
        counts = np.zeros(3, np.int64)
        for kind in graph.kinds(rule.every):
            truths, about = verdicts(rule, kind, asking)
            counts += np.bincount(truths[about] + 1, minlength=3)
            positions = np.asarray(graph.by_kind[kind])
            for position in positions[about & (truths < 1)]:
                _conclude(rule, graph.assets[position], graph, judgement)
        if counts.any():
            failed, unknown, passed = (int(count) for count in counts)
            judgement.tallies[rule.id] = Tally(passed, failed, unknown)
    return judgement


def _conclude(rule: Rule[Any], asset: Asset, graph: Graph, into: Judgement) -> None:
    given = answer(rule, asset, graph)
    if given is None:
        return
    evidence = tuple(_evidence(given.facts, graph))
    written = (asset.places[fact.name] for fact in given.facts if fact.asset == asset.id and fact.name in asset.places)
    place = next(written, asset.place) or NOWHERE
    into.findings.append(
        Finding(
            rule=rule.id,
            asset=asset.id,
            kind=asset.kind,
            verdict=VERDICTS[given.truth],
            place=place,
            evidence=evidence,
            advice=_advice(rule, asset),
        )
    )
    if given.truth is Truth.UNKNOWN:
        for fact in given.facts:
            why = fact.value.why if isinstance(fact.value, Unknown) else "it could not be judged"
            into.unknowns[why, rule.id] += 1
            into.examples.setdefault(why, f"{fact.asset} {fact.name}")


def _advice(rule: Rule[Any], asset: Asset) -> str:
    told = None if rule.advice is None else asset.read(rule.advice.name)
    return told if isinstance(told, str) else ""


def _evidence(facts: Iterable[Fact], graph: Graph) -> Iterator[Evidence]:
    for fact in facts:
        asset = graph.get(fact.asset)
        place = None if asset is None else asset.places.get(fact.name, asset.place)
        yield Evidence(asset=fact.asset, attribute=fact.name, value=shown(fact.value), place=place)


def shown(value: object) -> str:
    """Return a value as evidence shows it: short, and plain about what is not known."""
    if value is None:
        return "not set"
    if isinstance(value, Partial):
        return f"{_listed(value.known)} and maybe more ({value.why})"
    if isinstance(value, Unknown):
        return f"unknown: {value.why}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _listed(sorted(value, key=str)) if isinstance(value, frozenset) else str(value)


def _listed(values: Iterable[object]) -> str:
    texts = [str(value) for value in values]
    more = f" and {len(texts) - 12} more" if len(texts) > 12 else ""
    return (", ".join(texts[:12]) + more) or "none"
