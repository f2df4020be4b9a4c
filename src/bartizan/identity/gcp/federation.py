"""What a workload identity provider admits: the tokens that its condition and its audiences let in, and as whom.

Source: Google's "Workload Identity Federation" and "Attribute mappings". Claims are `assertion.NAME` in conditions;
a mapped attribute (`google.subject`, `attribute.repository`) stands for the claims it is made of.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.gcp.cel.expression import Expression, Malformed, parsed
from bartizan.identity.gcp.cel.judge import Surroundings, dotted, judge

_CLAIM = re.compile(r"assertion\.([A-Za-z_][\w.]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What a token must say: one claim, and what it may be."""

    claim: str
    """`repository_owner`, `sub`, `namespace_path`."""
    patterns: tuple[str, ...]
    """Any of these fits; `*` is any text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """What is admitted."""

    demands: tuple[Demand, ...] = ()
    """All are made of every token. None: every token of the issuer is admitted."""
    unread: tuple[str, ...] = ()
    """Parts of the condition that are not told as demands: they may narrow what is admitted."""


def mapping(text: str | Unknown | None) -> dict[str, str]:
    """Return an attribute mapping, from JSON text; empty for one that cannot be read."""
    if not isinstance(text, str):
        return {}
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {str(key): value for key, value in told.items() if isinstance(value, str)} if isinstance(told, dict) else {}


def claim(name: str, mapped: Mapping[str, str]) -> str:
    """Return the claim that a name in a condition is: `attribute.repository` by way of the mapping; empty for none."""
    if name.startswith("assertion."):
        return name.removeprefix("assertion.")
    found = _CLAIM.fullmatch(mapped.get(name, "").strip())
    return found[1] if found else ""


def admitted(condition: str | Unknown | None, mapped: Mapping[str, str]) -> Admission:
    """Return what a condition asks of every token that it admits."""
    if condition is None or condition == "":
        return Admission()
    if isinstance(condition, Unknown):
        return Admission(unread=(f"the condition could not be seen: {condition.why}",))
    try:
        tree = parsed(condition)
    except (Malformed, RecursionError) as reason:
        return Admission(unread=(f"the condition cannot be read: {reason}",))
    demands, unread = [], []
    for part in _all_of(tree):
        demand = _demand(part, mapped)
        if demand is None:
            unread.append(part.text)
        else:
            demands.append(demand)
    return Admission(demands=tuple(demands), unread=tuple(unread))


def _all_of(tree: Expression) -> Iterator[Expression]:
    if tree.of == "and":
        for part in tree.parts:
            yield from _all_of(part)
    elif not (tree.of == "literal" and tree.value is True):
        yield tree


def _demand(part: Expression, mapped: Mapping[str, str]) -> Demand | None:
    """Return what one part asks; None for what is not a demand on one claim."""
    if part.of == "or":
        sides = [_demand(each, mapped) for each in part.parts]
        if any(each is None for each in sides) or len({each.claim for each in sides if each}) != 1:
            return None
        patterns = tuple(dict.fromkeys(pattern for each in sides if each for pattern in each.patterns))
        return Demand(claim=next(each.claim for each in sides if each), patterns=patterns)
    if part.of not in ("==", "in", "call") or len(part.parts) != 2:
        return None
    name, other = part.parts
    if part.of == "==" and name.of == "literal":
        name, other = other, name
    on = claim(dotted(name), mapped)
    texts = _texts(other)
    shape = {"==": "{}", "in": "{}"}.get(part.of) or _SHAPES.get(part.name, "")
    if not on or not texts or not shape:
        return None
    if part.name == "matches":
        texts = tuple(_globbed(text) for text in texts)
    return Demand(claim=on, patterns=tuple(shape.format(text) for text in texts)) if all(texts) else None


_SHAPES = {"startsWith": "{}*", "endsWith": "*{}", "contains": "*{}*", "matches": "{}"}


def _texts(node: Expression) -> tuple[str, ...]:
    found = node.parts if node.of == "list" else (node,)
    return tuple(each.value for each in found if each.of == "literal" and isinstance(each.value, str))


def _globbed(pattern: str) -> str:
    """Return a regular expression of plain text and `.*` as a pattern; empty for any other."""
    anchored = f"{'' if pattern.startswith('^') else '*'}{pattern.lstrip('^').rstrip('$')}"
    anchored += "" if pattern.endswith("$") else "*"
    text = re.sub(r"\.[*+]", "*", anchored).replace("\\.", ".").replace("\\/", "/")
    return "" if re.search(r"[\\\[\](){}+?|^$]", text) else re.sub(r"\*+", "*", text)


_SUBJECTS = {
    "sub": "{}",
    "repository": "repo:{}:*",
    "repository_owner": "repo:{}/*",
    "project_path": "project_path:{}:*",
    "namespace_path": "project_path:{}/*",
}
"""By claim of GitHub and GitLab, the subjects that its value stands for."""


def subjects(admission: Admission) -> tuple[str, ...]:
    """Return patterns that the subject of every admitted token fits one of; `*` where nothing limits them.

    Of several demands the narrowest counts: the one with the longest known beginning.
    """
    found = [
        tuple(_SUBJECTS[each.claim].format(pattern) for pattern in each.patterns)
        for each in admission.demands
        if each.claim in _SUBJECTS
    ]
    return max(found, key=lambda patterns: min(len(each.partition("*")[0]) for each in patterns), default=("*",))


def takes(condition: str | None, mapped: Mapping[str, str], token: Mapping[str, str]) -> Truth:
    """Judge whether a token with these claims, and no others, is admitted."""
    if not condition:
        return Truth.YES
    values: dict[str, str] = {f"assertion.{name}": value for name, value in token.items()}
    for name in mapped:
        on = claim(name, mapped)
        if on in token:
            values[name] = token[on]
    return judge(condition, Surroundings(values=values)).truth
