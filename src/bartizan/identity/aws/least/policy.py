"""The smallest policy that keeps what was used: statements taken from those that allowed it, narrowed to the uses."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bartizan.core.truth import Truth
from bartizan.identity.aws import actions
from bartizan.identity.aws.least.used import Use
from bartizan.identity.hole import covers, matches, shown

FEW = 8
"""Resources under one parent up to which each is named; more become `parent/*`."""


class Grounds(NamedTuple):
    """A statement, as it was written, that allows."""

    policy: int
    number: int
    statement: dict[str, Any]


class Part(NamedTuple):
    """An action on a resource, and the pattern of the old policy that allowed it."""

    action: str
    resource: str
    within: str
    sid: str
    """Of the statement that allowed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slim:
    """A narrowed policy."""

    document: dict[str, Any]
    kept: frozenset[tuple[int, int]]
    """Statements, by policy and position, of which something is kept."""
    elsewhere: tuple[Use, ...]
    """Uses that no statement here allows: a resource policy, another identity or nobody did."""


def slim(documents: Sequence[dict[str, Any]], uses: Iterable[Use]) -> Slim:
    """Return the smallest policy for what was used of several documents.

    Documents are JSON values, with holes. Every deny is kept as it is; each use keeps one statement that allows it, the
    least conditional and then the narrowest one.
    """
    allowing, denying = _statements(documents)
    parts: dict[tuple[str, str], list[Part]] = defaultdict(list)
    kept: set[tuple[int, int]] = set()
    elsewhere: list[Use] = []
    for use in dict.fromkeys(uses):
        grounds = _chosen(allowing, use)
        if grounds is None:
            elsewhere.append(use)
            continue
        kept.add((grounds.policy, grounds.number))
        condition = json.dumps(grounds.statement.get("Condition") or {}, sort_keys=True)
        for resource, within in _narrowed(grounds.statement, use):
            parts[condition, _kind(resource)].append(
                Part(use.action, resource, within, grounds.statement.get("Sid") or "")
            )
    statements = [each for (condition, _), found in parts.items() for each in _grouped(condition, found)]
    ordered = sorted(statements, key=lambda each: (each["Action"], each["Resource"]))
    return Slim(
        document={"Version": "2012-10-17", "Statement": [*_named(ordered), *denying]},
        kept=frozenset(kept),
        elsewhere=tuple(elsewhere),
    )


def _statements(documents: Sequence[dict[str, Any]]) -> tuple[list[Grounds], list[dict[str, Any]]]:
    allowing, denying = [], []
    for policy, document in enumerate(documents):
        for number, statement in enumerate(listed(document.get("Statement"))):
            if isinstance(statement, dict) and statement.get("Effect") == "Allow":
                allowing.append(Grounds(policy, number, statement))
            elif isinstance(statement, dict):
                denying.append(statement)
    return allowing, denying


def listed(value: Any) -> list[Any]:
    """Return what a policy may write with or without a list, as a list."""
    return [] if value is None else value if isinstance(value, list) else [value]


def _chosen(allowing: list[Grounds], use: Use) -> Grounds | None:
    fitting = [each for each in allowing if _allows(each.statement, use)]
    return min(fitting, key=lambda each: _width(each, use), default=None)


def _allows(statement: dict[str, Any], use: Use) -> bool:
    named = any(matches(str(each), use.action, fold=True) is Truth.YES for each in listed(statement.get("Action")))
    but = "NotAction" in statement and not any(
        matches(str(each), use.action, fold=True) is Truth.YES for each in listed(statement["NotAction"])
    )
    return (named or but) and bool(_resources(statement, use))


def _resources(statement: dict[str, Any], use: Use) -> list[str]:
    """Return the resource patterns of a statement that a use may rest on."""
    if "NotResource" in statement:
        out = any(matches(str(each), use.resource or "") is Truth.YES for each in listed(statement["NotResource"]))
        return [] if out else ["*"]
    patterns = [str(each) for each in listed(statement.get("Resource"))]
    if use.resource is None:
        return patterns
    if use.resource == "*":
        return [each for each in patterns if each == "*"]
    return [each for each in patterns if matches(_unvaried(each), use.resource) is not Truth.NO]


def _unvaried(pattern: str) -> str:
    """Return a pattern with its policy variables as wild cards."""
    return re.sub(r"\$\{[^}]*\}", "*", pattern)


def _width(grounds: Grounds, use: Use) -> tuple[int, int, int, int]:
    """Order statements: without conditions first, then by how narrow their resources and actions are."""
    resources = _resources(grounds.statement, use)
    fixed = max((len(re.sub(r"[*?]", "", each)) for each in resources), default=0)
    return (len(listed(grounds.statement.get("Condition"))), -fixed, grounds.policy, grounds.number)


def _narrowed(statement: dict[str, Any], use: Use) -> list[tuple[str, str]]:
    """Return what a use needs of a statement's resources: the pattern where it is narrow, else what was used."""
    patterns = _resources(statement, use)
    if use.resource is None or use.resource == "*":
        return [(each, each) for each in patterns]
    narrow = [each for each in patterns if _narrow(each)]
    likely = [each for each in narrow if _likely(each, use.resource)]
    return [(each, each) for each in likely[:1] or narrow] or [(use.resource, patterns[0])]


def _likely(pattern: str, resource: str) -> bool:
    """Tell whether a pattern fits if its holes are plain names: no slash is in one."""
    text = re.escape(shown(_unvaried(pattern)))
    return re.fullmatch(re.sub(r"\\\$\\\{.*?\\\}", "[^/:]+", text).replace(r"\*", ".*"), resource) is not None


def _narrow(pattern: str) -> bool:
    """Tell whether a pattern names one thing, or all within one thing."""
    whole = pattern.removesuffix("/*").removesuffix(":*")
    return whole not in ("", "*") and not re.search(r"[*?]", whole) and not whole.endswith(("/", ":"))


def _kind(resource: str) -> str:
    """Return what a resource is put together with: its service and type."""
    fields = resource.split(":", 5)
    return resource if len(fields) < 6 else f"{fields[2]}:{re.split('[/:]', fields[5])[0] if fields[2] != 's3' else ''}"


def _grouped(condition: str, parts: list[Part]) -> Iterator[dict[str, Any]]:
    """Yield statements for actions on resources: first by equal resources, then by equal actions."""
    of_action: dict[str, dict[str, str]] = defaultdict(dict)
    for part in parts:
        of_action[part.action][part.resource] = part.within
    of_resources: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for action, within in of_action.items():
        of_resources[tuple(sorted(_gathered(within)))].add(action)
    for resources, names in of_resources.items():
        sids = {part.sid for part in parts if part.action in names}
        statement: dict[str, Any] = {"Sid": sids.pop() if len(sids) == 1 else "", "Effect": "Allow"}
        statement |= {"Action": sorted(map(actions.written, names)), "Resource": list(resources)}
        if condition != "{}":
            statement["Condition"] = json.loads(condition)
        yield statement


def _named(statements: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield statements under the names of those they were taken from, each name once."""
    taken = Counter(each["Sid"] for each in statements)
    for number, each in enumerate(statements, 1):
        yield {**each, "Sid": each["Sid"] if each["Sid"] and taken[each["Sid"]] == 1 else f"Keep{number}"}


def _gathered(within: Mapping[str, str]) -> set[str]:
    """Return resources with many under one parent as all that are under it, and without those that others cover.

    Never more than the old policy gave: where that had only a part of what is under the parent, it is that part.
    """
    under: dict[str, set[str]] = defaultdict(set)
    for each in within:
        parent, sign, _ = each.rpartition("/")
        under[f"{parent}/*" if sign and ":" in parent else each].add(each)
    found: set[str] = set()
    for parent, members in under.items():
        wide = {parent if covers(within[each], parent) is Truth.YES else within[each] for each in members}
        found |= wide if len(members) > FEW else members
    return {each for each in found if not any(o != each and covers(o, each) is Truth.YES for o in found)}
