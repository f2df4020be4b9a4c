"""Aggregated cluster roles: whose rules the control plane gathers into them, by label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bartizan.core.truth import Truth
from bartizan.identity.hole import equal
from bartizan.identity.kubernetes.estate import Role, Rule, Selector


@dataclass(frozen=True, slots=True)
class Part:
    """One rule that a role grants, and where it is written."""

    rule: Rule
    role: str
    """Id of the role that it is written in."""
    number: int
    held: Truth = Truth.YES
    """Whether the role it is written in is certain to be gathered."""


def selects(selector: Selector, labels: Mapping[str, str], unseen: bool) -> Truth:
    """Judge whether a selector fits labels; with `unseen` ones there may be more of them."""
    tests = [_is(key, (value,), labels, unseen) for key, value in selector.labels.items()]
    tests += [_holds(*expression, labels, unseen) for expression in selector.expressions]
    tests += [Truth.UNKNOWN] if selector.more else []
    return min(tests, default=Truth.YES)


def _holds(key: str, operator: str, values: tuple[str, ...], labels: Mapping[str, str], unseen: bool) -> Truth:
    there = Truth.YES if key in labels else Truth.UNKNOWN if unseen else Truth.NO
    if operator == "Exists":
        return there
    if operator == "DoesNotExist":
        return -there
    if operator in ("In", "NotIn"):
        inside = _is(key, values, labels, unseen)
        return inside if operator == "In" else -inside
    return Truth.UNKNOWN


def _is(key: str, values: tuple[str, ...], labels: Mapping[str, str], unseen: bool) -> Truth:
    if key not in labels:
        return Truth.UNKNOWN if unseen else Truth.NO
    return max((equal(value, labels[key]) for value in values), default=Truth.NO)


def parts(role: Role, clusters: Iterable[Role], passed: frozenset[str] = frozenset()) -> tuple[list[Part], list[str]]:
    """Return the rules of a role and why there may be more; `clusters` are the cluster roles beside it.

    A role that is gathered may be gathered itself; a ring of them adds nothing.
    """
    doubts = [role.more] if role.more else []
    if role.selectors is None:
        return [Part(rule, role.id, number) for number, rule in enumerate(role.rules)], doubts
    found: list[Part] = []
    others = list(clusters)
    for other in others:
        held = max(
            (selects(each, other.labels, bool(other.labels_unseen)) for each in role.selectors), default=Truth.NO
        )
        if other.id == role.id or other.id in passed or held is Truth.NO:
            continue
        inner, more = parts(other, others, passed | {role.id})
        found += [Part(part.rule, part.role, part.number, min(part.held, held)) for part in inner]
        doubts += more
    doubts += [each.more for each in role.selectors if each.more]
    return found, doubts
