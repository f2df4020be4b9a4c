"""Whether a statement applies to a request: its actions, its resources, whom it names, its conditions.

Published in the IAM user guide, "IAM JSON policy elements". What a statement does not say, it does not ask.
"""

from __future__ import annotations

from functools import lru_cache

from bartizan.core.truth import Truth
from bartizan.identity.aws.case import Case, Relevant
from bartizan.identity.aws.conditions import judge
from bartizan.identity.aws.judged import FAILS, HOLDS, Judged, both, inverse, open_to, unseen
from bartizan.identity.aws.statement import Document, Statement
from bartizan.identity.aws.variables import expand, lettered
from bartizan.identity.hole import OPEN, covers, matches, shown

YES, UNKNOWN, NO = Truth.YES, Truth.UNKNOWN, Truth.NO


def applies(statement: Statement, action: Truth, case: Case, version: str) -> Judged:
    """Judge all of a statement but whom it names; `action`: how far its actions fit."""
    parts: list[Judged] = []
    if action is not YES:
        parts.append(unseen(f"whether the actions of the statement include {case.action} is not known"))
    if statement.resources and (statement.resources != _ANY or statement.all_resources_but):
        parts.append(_resources(statement, case, version))
        if parts[-1].truth is NO:
            return FAILS
    for test in statement.tests:
        parts.append(judge(test, case.context, version))
        if parts[-1].truth is NO:
            return FAILS
    if statement.unseen:
        parts.append(unseen(*statement.unseen))
    return both(parts)


_ANY = ("*",)


def relevant(document: Document, case: Case) -> Relevant:
    """Return the statements of a document whose actions include the one asked for, or may."""
    known = case.memory.get(id(document))
    if known is not None:
        return known[1]
    fits = [(at, statement, acts(statement, case.action)) for at, statement in enumerate(document.statements)]
    found = tuple(each for each in fits if each[2] is not NO)
    case.memory[id(document)] = document, found
    return found


def acts(statement: Statement, action: str) -> Truth:
    """Judge whether the actions of a statement include one, which is in lower case."""
    best = NO
    service, _, _ = action.partition(":")
    for pattern in _of_service(statement.actions, service):
        fit = YES if pattern == "*" else covers(pattern, action) if "*" in action else matches(pattern, action)
        best = max(best, fit)
        if best is YES:
            break
    return -best if statement.all_actions_but else best


@lru_cache(maxsize=8192)
def _of_service(actions: tuple[str, ...], service: str) -> tuple[str, ...]:
    """Return the patterns that can be about a service: policies with thousands of actions are common."""
    start = f"{service}:"
    return tuple(
        pattern
        for pattern in actions
        if pattern.startswith(start)
        or "*" in (head := pattern.partition(":")[0])
        or "?" in head
        or OPEN in head
        or "*" in service
    )


def _resources(statement: Statement, case: Case, version: str) -> Judged:
    judged = FAILS
    for pattern in statement.resources:
        each = _covers(pattern, case, version)
        if each is HOLDS:
            judged = HOLDS
            break
        if each.truth is UNKNOWN and (judged is FAILS or not each.unseen):
            judged = each
    return inverse(judged) if statement.all_resources_but else judged


def _covers(written: str, case: Case, version: str) -> Judged:
    """Judge whether a pattern covers what is asked about."""
    if written == "*":
        return HOLDS
    pattern, left, why, letters = expand(written, case.context, version)
    if pattern is None:
        return FAILS
    if case.open_resource:
        truth = covers(pattern, case.asked)
    else:
        truth = matches(pattern, lettered(case.asked) if letters else case.asked)
    if truth is not UNKNOWN:
        return HOLDS if truth is YES else FAILS
    if left:
        return open_to(f"the resource is like {shown(written)}", left)
    if case.open_resource and OPEN not in pattern and OPEN not in case.asked:
        return open_to(f"the resource is like {shown(pattern)}", "resource")
    return unseen(f"whether {shown(case.asked)} is like {shown(written)} is not known{f': {why}' if why else ''}")
