"""Everything a principal's own policies give it, statement by statement: never a list of pairs.

Each statement that allows keeps its resources and conditions; its actions are a column over all published actions.
What takes away (denials, the boundary, control policies) is subtracted where it certainly does, and leaves UNKNOWN
where it does for some resources or on some condition. The evaluator tells for one request.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws import actions
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.estate import Principal
from bartizan.identity.aws.index.crowd import case_of
from bartizan.identity.aws.index.ranges import Truths
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.stages.service_controls import service_linked
from bartizan.identity.aws.statement import Policy, Statement
from bartizan.identity.hole import OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One statement that allows something, and how much of it is left."""

    policy: Policy
    number: int
    """Position of the statement in the document."""
    statement: Statement
    truths: Truths
    """For each of `actions.names()`: YES as far as the statement's resources and conditions go, UNKNOWN where
    something takes part of that away or may, NO where it is not allowed or taken away wholly."""

    def names(self, least: Truth = Truth.UNKNOWN) -> list[str]:
        """Return the actions of at least this truth."""
        every = actions.names()
        return [every[at] for at in np.flatnonzero(self.truths >= int(least))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """All grants of a principal, and why there may be more."""

    grants: tuple[Grant, ...]
    unseen: tuple[str, ...]
    everything: bool
    """A root user: it needs no statement."""
    ceiling: Truths
    """For each action, how far anything may be done at all."""


def granted(roster: Roster, principal: Principal) -> Granted:
    """Find out what a principal's own policies give it."""
    case = case_of(roster, principal)
    ceiling = _ceiling(principal, case, roster)
    grants = []
    for policy, number, statement in _statements(principal.policies):
        if statement.allows:
            truths = np.minimum(_fits(statement.actions, statement.all_actions_but), ceiling)
            if statement.unseen:
                truths = np.minimum(truths, 0)
            if (truths > -1).any():
                grants.append(Grant(policy=policy, number=number, statement=statement, truths=truths))
    unseen = (*principal.more, *(why for policy in principal.policies for why in _unseen(policy)))
    root = case.kind == "root"
    return Granted(grants=() if root else tuple(grants), unseen=unseen, everything=root, ceiling=ceiling)


def _ceiling(principal: Principal, case: Case, roster: Roster) -> Truths:
    """Return for each action how far anything may be done at all, whatever allows it."""
    found = -_denied(principal.policies)
    if case.kind != "root" and principal.boundary is not None:
        found = np.minimum(found, _level((principal.boundary,)))
    account = roster.estate.accounts.get(principal.account)
    if account is None or account.management or service_linked(case):
        return found
    if isinstance(account.service_controls, Unknown):
        return np.minimum(found, 0)
    for policies in account.service_controls:
        found = np.minimum(found, _level(policies))
    return found


def _level(policies: tuple[Policy, ...]) -> Truths:
    """Return for each action how far some policies allow it and none of them denies it."""
    found = np.full(len(actions.names()), -1, np.int8)
    for _, _, statement in _statements(policies):
        if statement.allows:
            found = np.maximum(found, _weighed(statement))
    if any(_unseen(policy) for policy in policies):
        found = np.maximum(found, 0)
    return np.minimum(found, -_denied(policies))


def _denied(policies: tuple[Policy, ...]) -> Truths:
    found = np.full(len(actions.names()), -1, np.int8)
    for _, _, statement in _statements(policies):
        if not statement.allows:
            found = np.maximum(found, _weighed(statement))
    return np.maximum(found, 0) if any(_unseen(policy) for policy in policies) else found


def _weighed(statement: Statement) -> Truths:
    """Return for each action whether a statement is about it: UNKNOWN where it is not for all resources and always."""
    fits = _fits(statement.actions, statement.all_actions_but)
    whole = not statement.resources or ("*" in statement.resources and not statement.all_resources_but)
    sure = whole and not statement.tests and not statement.unseen and statement.principals is None
    return fits if sure else np.minimum(fits, 0)


def _statements(policies: Iterable[Policy]) -> Iterator[tuple[Policy, int, Statement]]:
    for policy in policies:
        if not isinstance(policy.document, Unknown):
            for at, statement in enumerate(policy.document.statements):
                number = policy.document.numbers[at] if policy.document.numbers else at
                yield policy, number, statement


def _unseen(policy: Policy) -> tuple[str, ...]:
    return (policy.document.why,) if isinstance(policy.document, Unknown) else policy.document.unseen


@lru_cache(maxsize=4096)
def _fits(patterns: tuple[str, ...], but: bool) -> Truths:
    """Return for each published action whether patterns include it."""
    found = np.full(len(actions.names()), -1, np.int8)
    for pattern in patterns:
        if OPEN in pattern:
            found = np.maximum(found, 0)
            continue
        numbers = [at for name in actions.expand(pattern) if (at := actions.number(name)) is not None]
        found[numbers] = 1
    found = -found if but else found
    found.flags.writeable = False
    return found
