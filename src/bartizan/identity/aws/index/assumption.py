"""Who can take which role, and what can be reached by taking roles one after the other.

Roles that are trusted alike share the group of those who can take them, so that pairs are never written down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bartizan.core.truth import Truth
from bartizan.identity.aws.evaluation import judge
from bartizan.identity.aws.index.asked import Among, Asked
from bartizan.identity.aws.index.bulk import among
from bartizan.identity.aws.index.classes import Classes
from bartizan.identity.aws.index.compiled import Compiled
from bartizan.identity.aws.index.interning import UNREAD
from bartizan.identity.aws.index.narrow import actors, narrowed
from bartizan.identity.aws.index.ranges import Numbers, Ranges, Truths, ranges
from bartizan.identity.aws.index.stages import truths
from bartizan.identity.aws.index.targets import alike
from bartizan.identity.aws.statement import Principals
from bartizan.identity.hole import OPEN

ACTION = "sts:AssumeRole"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Those who can take some roles, or may."""

    takers: Numbers
    """Positions of principals."""
    truths: Truths
    """For each of them, YES or UNKNOWN."""
    roles: Numbers
    """Positions of the roles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Who can do something directly or through roles that can be taken."""

    truths: Truths
    """For each principal, the truth of its best way."""
    via: Numbers
    """For each principal the role that it takes first, -1 for none: itself, or no way at all."""

    def chain(self, at: int) -> list[int]:
        """Return the roles that a principal takes, the first one first."""
        found = []
        while (at := int(self.via[at])) >= 0 and at not in found:
            found.append(at)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """The edges of role assumption, factored."""

    groups: tuple[Group, ...]
    size: int
    """How many principals there are."""
    of_role: Ranges
    """For each principal, the groups that can take it."""

    def reaching(self, direct: Truths) -> Reached:
        """Follow roles backwards from those who can do something themselves; cycles do no harm."""
        found, via = direct.copy(), np.full(self.size, -1, np.intp)
        for level in (Truth.YES, Truth.UNKNOWN):
            done = np.zeros(len(self.groups), np.bool_)
            new = np.flatnonzero(found >= int(level))
            while len(new):
                new = self._step(new, int(level), found, via, done)
        return Reached(truths=found, via=via)

    def _step(self, new: Numbers, level: int, found: Truths, via: Numbers, done: NDBool) -> Numbers:
        """Add all who can take one of the newly found roles; returns those that are new."""
        added = []
        groups, whose = self.of_role.many(new)
        for group, role in zip(groups.tolist(), new[whose].tolist(), strict=True):
            if done[group]:
                continue
            done[group] = True
            each = self.groups[group]
            takers = each.takers[(each.truths >= level) & (found[each.takers] < level)]
            found[takers], via[takers] = level, role
            added.append(takers)
        return np.unique(np.concatenate(added)) if added else np.zeros(0, np.intp)


NDBool = np.ndarray[tuple[int], np.dtype[np.bool_]]


def assumptions(compiled: Compiled) -> Assumptions:
    """Find out who can take which role."""
    crowd = compiled.crowd
    roles = np.array([at for at, each in enumerate(crowd.principals) if _is_role(compiled, each.arn)], np.intp)
    names = [crowd.principals[at].arn for at in roles]
    if not names:
        return Assumptions(groups=(), size=len(crowd), of_role=ranges([] for _ in crowd.principals))
    columns = alike(compiled, ACTION, names, {}, frozenset())
    classes = columns.classes
    rows = actors(compiled, ACTION, ())
    rows_of = Rows(compiled, rows)
    kept: dict[object, object] = {}
    groups = []
    order = np.argsort(classes.codes, kind="stable")
    bounds = np.searchsorted(classes.codes[order], np.arange(len(classes.firsts) + 1))
    for number, first in enumerate(classes.firsts.tolist()):
        takers, judged = _takers(rows_of, names[first], among(columns, number, kept))
        if len(takers):
            mine = roles[order[bounds[number] : bounds[number + 1]]]
            groups.append(Group(takers=takers, truths=judged, roles=mine))
    joined = ranges(each.roles.tolist() for each in groups).turned(len(crowd))
    return Assumptions(groups=tuple(groups), size=len(crowd), of_role=joined)


class Rows:
    """Classes of principals, and indexes of one principal for each class of some accounts."""

    def __init__(self, compiled: Compiled, classes: Classes) -> None:
        """Note who is in which class."""
        self.compiled, self.classes = compiled, classes
        self.members = ranges([code] for code in classes.codes.tolist()).turned(len(classes.firsts))
        self._made: dict[tuple[int, ...] | None, tuple[Compiled, Numbers]] = {}

    def of(self, accounts: tuple[int, ...] | None) -> tuple[Compiled, Numbers]:
        """Return an index of those in some accounts, None for all, and the numbers of its classes."""
        if accounts not in self._made:
            firsts = self.classes.firsts
            numbers = np.arange(len(firsts))
            if accounts is not None:
                numbers = np.flatnonzero(np.isin(self.compiled.crowd.accounts[firsts], accounts))
            self._made[accounts] = narrowed(self.compiled, firsts[numbers]), numbers
        return self._made[accounts]


def _is_role(compiled: Compiled, arn: str) -> bool:
    return ":role/" in arn and arn in compiled.resources


def _takers(rows: Rows, role: str, place: Among | None) -> tuple[Numbers, Truths]:
    """Return who can take a role, or may: those it names by their ARNs are asked one by one, others by class."""
    compiled = rows.compiled
    asked = Asked(compiled, ACTION, role, {}, frozenset())
    documents = compiled.resources[role]
    names: list[Principals] = list(asked.naming())
    unread = UNREAD in documents or any(compiled.interned.unseen[number] for number in documents)
    apart = np.array(sorted({at for each in names for at in _singly(compiled, each)}), np.intp)
    singly = np.array([judge(asked.case_for(int(at))).truth for at in apart], np.int8)
    if not unread and all(_listed(compiled, each) for each in names):
        return apart[singly > -1], singly[singly > -1]
    few, numbers = rows.of(None if unread else _accounts(compiled, names))
    if any(_strange(few, each) for each in names):
        found = truths(asked)
    else:
        by_class = truths(Asked(few, ACTION, role, {}, frozenset(), place))
        found = np.full(len(compiled.crowd), -1, np.int8)
        there = np.flatnonzero(by_class > -1)
        takers, whose = rows.members.many(numbers[there])
        found[takers] = by_class[there][whose]
        found[apart] = singly
    there = np.flatnonzero(found > -1)
    return there, found[there]


def _accounts(compiled: Compiled, names: list[Principals]) -> tuple[int, ...] | None:
    """Return the accounts of which statements name somebody; None where it may be any."""
    if any(each.everyone or each.negated or each.canonical for each in names):
        return None
    text = "\n".join(entry for each in names for entry in each.aws)
    if OPEN in text or any(OPEN in id for id in compiled.crowd.account_ids):
        return None
    return tuple(at for at, id in enumerate(compiled.crowd.account_ids) if id in text)


def _singly(compiled: Compiled, names: Principals) -> Iterator[int]:
    """Yield those whom a statement names by their own ARNs."""
    for entry in names.aws:
        if entry in compiled.places:
            yield compiled.places[entry]


def _strange(few: Compiled, names: Principals) -> bool:
    """Tell whether a statement divides a class: it names the one who stands for it, or sessions, or has holes."""
    return any(entry in few.places or ":assumed-role/" in entry or OPEN in entry for entry in names.aws)


def _listed(compiled: Compiled, names: Principals) -> bool:
    """Tell whether a statement names users and roles of the estate by their ARNs, and nobody else of it."""
    if names.everyone or names.negated or names.canonical or compiled.crowd.odd:
        return False
    return all(entry in compiled.places and not compiled.crowd.roots[compiled.places[entry]] for entry in names.aws)
