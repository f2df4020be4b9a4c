"""One question, as it is put to all statements of an estate: each distinct one is asked once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from bartizan.core.truth import Truth
from bartizan.identity.aws.applies import applies
from bartizan.identity.aws.case import Case, Memory
from bartizan.identity.aws.context import Context, Found
from bartizan.identity.aws.index.classes import Classes, Division, Mentions, divided, mentions, single, whole
from bartizan.identity.aws.index.compiled import Compiled
from bartizan.identity.aws.index.crowd import Column
from bartizan.identity.aws.index.parts import Part
from bartizan.identity.aws.index.ranges import Numbers, Truths
from bartizan.identity.aws.index.texts import apart, begin
from bartizan.identity.aws.principals import reach
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.statement import Statement
from bartizan.identity.aws.told import told
from bartizan.identity.hole import OPEN

_NOT_YET = 2


@dataclass(frozen=True, slots=True)
class Among:
    """Where a question stands among others for the same action, and what those have found out."""

    kept: dict[Any, Any]
    fits: Mapping[int, Truths]
    """For sets of resource patterns, for each class of targets whether they cover it."""
    number: int
    """The class that is asked about."""
    place: Hashable
    """All else that statements can ask of it."""


class Asked:
    """A request of which all is known but who makes it."""

    def __init__(
        self,
        compiled: Compiled,
        action: str,
        resource: str,
        given: Mapping[str, tuple[str, ...]],
        absent: frozenset[str],
        among: Among | None = None,
    ) -> None:
        """Find the statements that can be about it; `among`: it is one of several that differ in the resource alone."""
        self.among = among
        self.compiled = compiled
        self.given, self.absent = given, absent
        self._about: dict[str, Any] = {"action": action, "resource": resource, "context": given, "absent": absent}
        self._memory: Memory = {}
        self.case = self.case_for(0)
        """Of one of them: whatever it is asked for is the same for all."""
        possible = compiled.begins.possible(begin(resource))[compiled.interned.resources]
        self._actions = np.where(
            possible, compiled.actions.truths(action.lower())[compiled.interned.actions], np.int8(-1)
        )
        """For each clause whether its actions fit; NO for those that are about something else."""
        self._shared: dict[int, Truth] = {}
        self._known: dict[int, Truths] = {}

    def case_for(self, at: int) -> Case:
        """Return the request as the principal at a place makes it."""
        principals = self.compiled.crowd.principals
        return self.case_by(Caller(arn=principals[at].arn) if principals else Caller(anonymous=True))

    def case_by(self, caller: Caller) -> Case:
        """Return the request as this caller makes it."""
        return Case(self.compiled.roster, Request(caller=caller, **self._about), self._memory)

    def candidates(self) -> Numbers:
        """Return the clauses of principals' own policies that can be about it."""
        return np.flatnonzero((self._actions > -1) & self.compiled.holders.own).astype(np.intp)

    def shared(self, clause: int) -> Truth:
        """Judge all of a clause that is the same whoever asks."""
        known = self._shared.get(clause)
        if known is None:
            known = self._shared[clause] = self._judged(clause)
        return known

    def _judged(self, clause: int) -> Truth:
        action = int(self._actions[clause])
        if action < 0:
            return Truth.NO
        fits = self.among.fits.get(int(self.compiled.interned.resources[clause])) if self.among else None
        if self.among is None or fits is None:
            return self._applied(clause, action)
        fit = int(fits[self.among.number])
        if fit < 0:
            return Truth.NO
        key = clause, fit, self.among.place
        known: Truth | None = self.among.kept.get(key)
        if known is None:
            known = self.among.kept[key] = self._applied(clause, action)
        return known

    def _applied(self, clause: int, action: int) -> Truth:
        statement, version = self.compiled.interned.written[clause]
        taken = self.compiled.taken.get(clause)
        return applies(taken.shared if taken else statement, Truth(action), self.case, version).truth

    def parts(self, clause: int) -> tuple[int, ...]:
        """Return the parts of a clause that depend on who asks."""
        taken = self.compiled.taken.get(clause)
        return taken.parts if taken else ()

    def varies(self, clause: int) -> bool:
        """Tell whether a clause in a principal's own policy depends on who asks."""
        return clause in self.compiled.taken or self.compiled.interned.written[clause].statement.principals is not None

    def singly(self, clause: int, holders: Numbers) -> Truths:
        """Judge a clause in their own policies for some principals."""
        found = self.over(clause, holders)
        if self.compiled.interned.written[clause].statement.principals is not None:
            np.minimum(found, self.named(clause, holders), out=found)
        return found

    def over(self, clause: int, holders: Numbers) -> Truths:
        """Judge a clause for some principals, whom it names apart."""
        found = np.full(len(holders), int(self.shared(clause)), np.int8)
        for part in self.parts(clause):
            np.minimum(found, self.part(part, holders), out=found)
        return found

    def named(self, clause: int, holders: Numbers) -> Truths:
        """Judge whether a clause of a policy that names nobody, or should not, names some principals."""
        names = self.compiled.interned.written[clause].statement.principals
        if names is None:
            return np.ones(len(holders), np.int8)
        return np.array([reach(names, self.case_for(int(at))).any().truth for at in holders], np.int8)

    def part(self, number: int, holders: Numbers) -> Truths:
        """Judge a part for some principals."""
        part = self.compiled.parts[number]
        if self.fixed(number):
            return self.compiled.pure(number, "*" in self.absent)[holders]
        column = self.compiled.crowd.column(part.keys, shared=part.resources is not None)
        codes = column.codes[holders]
        settled = part.pure and "*" not in self.absent and self._unsaid(part)
        kept = self.compiled.memory.judged if settled else self._known
        known = kept.get(number)
        if known is None:
            known = kept[number] = np.full(len(column.values), _NOT_YET, np.int8)
        if (known[codes] == _NOT_YET).any():
            self._fill(part, column, known, np.flatnonzero(np.bincount(codes, minlength=len(known))))
        return known[codes]

    def fixed(self, number: int) -> bool:
        """Tell whether the outcome of a part does not depend on the question."""
        return self.compiled.shares(number) and self._unsaid(self.compiled.parts[number])

    def _unsaid(self, part: Part) -> bool:
        return not any(key in self.given or key in self.absent for key in part.keys)

    def _fill(self, part: Part, column: Column, known: Truths, needed: Numbers) -> None:
        """Judge a part for codes, once for all whose value what is asked about does not contain."""
        needed = needed[known[needed] == _NOT_YET]
        if part.resources is not None and len(needed) > 64 and self._simple(part.resources):
            near = self.compiled.near(part.keys, self.case.asked)
            if near is not None:
                apart_from = np.setdiff1d(needed, near)
                if len(apart_from):
                    known[apart_from] = int(self._of_code(part, column, int(apart_from[0])))
                needed = needed[known[needed] == _NOT_YET]
        for code in needed:
            known[code] = int(self._of_code(part, column, int(code)))

    def _simple(self, about: Statement) -> bool:
        """Tell whether values that what is asked about does not contain are all alike to these resources.

        It is so for a plain name. For one that is open at its end alone it is so where the patterns begin with it, up
        to their first variable: all can be part of it then, and none covers it that has something else in it.
        """
        asked = self.case.asked
        if OPEN in asked:
            return False
        if not self.case.open_resource:
            return True
        start = begin(asked)
        starts = [begin(pattern).partition("$")[0] for pattern in about.resources if "${" in pattern]
        return asked == start + "*" and all(each.startswith(start) or apart(each, start) for each in starts)

    def _of_code(self, part: Part, column: Column, code: int) -> Truth:
        telling = column.telling(code)

        def tell(key: str) -> Found:
            return telling[key] if key in telling else told(self.case, key)

        mine = Context(self.given, self.absent, tell)
        before, self.case.context = self.case.context, mine
        try:
            return part.judge(self.case)
        finally:
            self.case.context = before

    def division(self, documents: Numbers) -> Division:
        """Divide all principals by what documents can tell of them for this question."""
        clauses = [int(each) for each in np.unique(self.compiled.interned.documents.many(documents)[0])]
        clauses = [clause for clause in clauses if self.shared(clause) is not Truth.NO]
        varying = [clause for clause in clauses if self.parts(clause)]
        coarse = all(self._in_blocks(part) for clause in varying for part in self.parts(clause))
        blocks = self.compiled.blocks if coarse else single(len(self.compiled.everyone))
        classes = whole(len(blocks.firsts))
        for clause in varying:
            classes = divided(classes, self.over(clause, blocks.firsts).astype(np.intp) + 1, 3)
        named = mentions(self.compiled.crowd, self._names(clauses), self.compiled.places)
        classes = divided(classes, *self._mentioned(named, blocks))
        return Division(blocks, classes, np.array(sorted(named.apart), np.intp))

    def outcome(self, documents: Numbers) -> tuple[Truth, ...] | None:
        """Return what documents come to, the same whoever asks; None where it depends on the question beyond that."""
        clauses = np.unique(self.compiled.interned.documents.many(documents)[0]).tolist()
        judged = tuple(self.shared(clause) for clause in clauses)
        asked = [clause for clause, truth in zip(clauses, judged, strict=True) if truth is not Truth.NO]
        fixed = all(self.fixed(part) for clause in asked for part in self.parts(clause))
        return judged if fixed else None

    def _in_blocks(self, part: int) -> bool:
        return part in self.compiled.tested and self.fixed(part) and "*" not in self.absent

    def _mentioned(self, named: Mentions, blocks: Classes) -> tuple[Numbers, int]:
        """Return for each block which of the accounts named it is in."""
        accounts = self.compiled.crowd.accounts[blocks.firsts]
        codes = np.zeros(len(accounts), np.intp)
        for number, account in enumerate(named.accounts, 1):
            codes[accounts == account] = number
        return codes, len(named.accounts) + 1

    def naming(self) -> Iterator[Any]:
        """Yield whom the clauses of the resource's own policies name that can be about this."""
        resource = self.case.resource
        for document in self.compiled.resources.get(resource.arn, ()) if resource else ():
            clauses = [int(each) for each in self.compiled.interned.documents.at(document)]
            yield from self._names([each for each in clauses if self.shared(each) is not Truth.NO])

    def _names(self, clauses: list[int]) -> Iterator[Any]:
        for clause in clauses:
            names = self.compiled.interned.written[clause].statement.principals
            if names is not None:
                yield names
