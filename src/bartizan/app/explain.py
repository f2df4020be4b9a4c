"""Explains a rule, one finding of a target, or an attack step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from bartizan.app import catalog
from bartizan.app.errors import NothingToExplain
from bartizan.app.judging import card
from bartizan.core.claim import Rule
from bartizan.core.finding import Finding
from bartizan.core.place import Place
from bartizan.core.report import Report, RuleCard
from bartizan.core.step import Step


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule, and the findings asked about."""

    rule: Rule[Any]
    card: RuleCard
    sources: tuple[str, ...]
    """Types of resources that the rule's kind is read from."""
    findings: Sequence[Finding] = ()
    veiled: Sequence[Place] = ()
    """Where secrets stand in the target: lines that are not shown."""


def rule(id: str) -> Explained:
    """Explain a rule by its id, or by the id that another tool has for it."""
    known = catalog.catalog()
    wanted = id.lower()
    found = known.rules.get(wanted) or next(
        (each for each in known.rules.values() if wanted in map(str.lower, each.also)), None
    )
    if found is None:
        close = get_close_matches(wanted, known.rules, 3, 0.5)
        hint = f" Did you mean {', '.join(close)}?" if close else " `bartizan list rules` names them all."
        raise NothingToExplain(f"There is no rule {id}.{hint}")
    types = {type for source in known.sources if issubclass(source.of, found.every) for type in source.each.types}
    return Explained(found, card(found), tuple(sorted(types)))


def finding(fingerprint: str, report: Report) -> Explained:
    """Explain a finding of a report by its fingerprint, or by the first digits of it."""
    found = [each for each in report.findings if each.fingerprint.startswith(fingerprint.lower())]
    if not found:
        raise NothingToExplain(
            f"No finding of {report.target} has the fingerprint {fingerprint}; it may be fixed, "
            "or belong to another target: give it with --target."
        )
    explained = rule(found[0].rule)
    return Explained(explained.rule, explained.card, explained.sources, found, report.veiled)


def step(id: str) -> Step[Any, Any] | None:
    """Return the attack step of an id, or of its id in a published catalogue; None where there is none."""
    wanted = id.lower()
    known = catalog.steps()
    named = (each for each in known.values() if wanted in map(str.lower, each.references))
    return known.get(wanted) or next(named, None)


def is_fingerprint(text: str) -> bool:
    """Tell whether a text looks like (the start of) a fingerprint."""
    return len(text) >= 6 and all(digit in "0123456789abcdef" for digit in text.lower())
