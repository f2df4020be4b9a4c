"""What the policies of one stage say about a request: what they allow, and what they deny."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.applies import applies, relevant
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.judged import HOLDS, Hit, Judged, both, either, unseen
from bartizan.identity.aws.principals import EVERYONE, Reach, reach
from bartizan.identity.aws.statement import Policy, Statement


class Ruling(NamedTuple):
    """The outcome of a stage."""

    allowed: Judged
    denials: tuple[Judged, ...] = ()
    """Statements that deny, each with how far it applies."""


SILENT = Ruling(HOLDS)
"""The stage has no say."""


class Told(NamedTuple):
    """One statement that applies, or may."""

    allows: bool
    judged: Judged
    reach: Reach


def rule(policies: Iterable[Policy], case: Case, stage: str, lacks: str) -> Ruling:
    """Read the policies of a stage that allows what any statement of them allows."""
    allowed: list[Judged] = []
    denials: list[Judged] = []
    for told in read(policies, case, stage, EVERYONE):
        judged = told.judged if told.reach is EVERYONE else both((told.judged, told.reach.any()))
        if judged.truth is not Truth.NO:
            (allowed if told.allows else denials).append(judged)
    return Ruling(either(allowed) if allowed else Judged(Truth.NO, lacks=(lacks,)), tuple(denials))


def read(policies: Iterable[Policy], case: Case, stage: str, unnamed: Reach) -> Iterator[Told]:
    """Yield the statements that apply or may apply; `unnamed`: who is meant by those that name nobody.

    What could not be read may allow and may deny.
    """
    for policy in policies:
        document = policy.document
        if isinstance(document, Unknown):
            yield from _unread(policy, stage, (f"{policy.name or policy.source} could not be read: {document.why}",))
            continue
        for at, statement, action in relevant(document, case):
            judged = applies(statement, action, case, document.version)
            if judged.truth is Truth.NO:
                continue
            number = document.numbers[at] if document.numbers else at
            yield _told(Hit(stage, policy, number, statement, judged.truth), statement, judged, case, unnamed)
        if document.unseen:
            yield from _unread(policy, stage, document.unseen)


def _told(hit: Hit, statement: Statement, judged: Judged, case: Case, unnamed: Reach) -> Told:
    reached = unnamed if statement.principals is None else reach(statement.principals, case)
    return Told(statement.allows, Judged(judged.truth, (hit,), judged.left, judged.unseen), reached)


def _unread(policy: Policy, stage: str, why: tuple[str, ...]) -> Iterator[Told]:
    judged = Judged(Truth.UNKNOWN, (Hit(stage, policy, -1, None, Truth.UNKNOWN),), unseen=why)
    yield Told(True, judged, EVERYONE)
    yield Told(False, judged, EVERYONE)


def perhaps(*why: str) -> Ruling:
    """Return the ruling of policies that were not seen: they may allow, and they may deny."""
    return Ruling(unseen(*why), (unseen(*why),))


def merged(rulings: Iterable[Ruling]) -> Ruling:
    """Join rulings that must all allow."""
    kept = list(rulings)
    return Ruling(both([each.allowed for each in kept]), tuple([denial for each in kept for denial in each.denials]))
