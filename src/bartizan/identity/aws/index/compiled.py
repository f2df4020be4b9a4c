"""What an estate is compiled to: everything it says, once each, and who holds it."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np

from bartizan.core.truth import Unknown
from bartizan.identity.aws.context import Context, Open
from bartizan.identity.aws.estate import Account, Estate, Resource
from bartizan.identity.aws.index.actions import Actions, actions
from bartizan.identity.aws.index.crowd import Crowd, crowd
from bartizan.identity.aws.index.interning import UNREAD, Interned, Interning, Numbered
from bartizan.identity.aws.index.parts import Part, Parts, Taken
from bartizan.identity.aws.index.ranges import Numbers, Ranges, Truths, ranges
from bartizan.identity.aws.index.texts import begin
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.statement import Policy
from bartizan.identity.hole import OPEN, matches

Levels = tuple[tuple[Policy, ...], ...] | Unknown


@dataclass(frozen=True, slots=True)
class Guards:
    """The control policies above each account, equal ones once."""

    numbers: dict[str, int]
    """By account; 0 for one that none are above."""
    documents: Numbers
    """All documents of all of them."""
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """Who holds what, from statements up to principals."""

    documents: Ranges
    """By clause."""
    sets: Ranges
    """By document."""
    people: Ranges
    """By set."""
    bounded: Ranges
    """By document: those whose boundary it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """All of it; never changed."""

    roster: Roster
    interned: Interned
    actions: Actions
    begins: tuple[tuple[str, ...], ...]
    """For each set of resource patterns, what a resource must begin with; none: anything."""
    taken: dict[int, Taken]
    """Clauses that depend on who asks, taken apart."""
    parts: tuple[Part, ...]
    crowd: Crowd
    everyone: Numbers
    account_firsts: Numbers
    """For each account, one of its principals."""
    holders: Holders
    resources: dict[str, tuple[int, ...]]
    """The documents of each resource's own policies, by ARN."""
    service_controls: Guards
    resource_controls: Guards
    endpoints: dict[str, int]
    _pure: dict[tuple[int, bool], Truths] = field(default_factory=dict)
    _texts: dict[str, tuple[dict[str, int], Numbers, int]] = field(default_factory=dict)

    def pure(self, number: int, all_absent: bool) -> Truths:
        """Judge a part that depends on nothing but who asks, for each code of its column; kept."""
        found = self._pure.get((number, all_absent))
        if found is None:
            part = self.parts[number]
            column = self.crowd.columns[part.keys]
            absent = frozenset({"*"} if all_absent else ())
            contexts = (Context({}, absent, column.telling(code).__getitem__) for code in range(len(column.values)))
            found = np.array([part.judge_known(context) for context in contexts], np.int8)
            self._pure[number, all_absent] = found
        return found

    def near(self, keys: tuple[str, ...], text: str) -> Numbers | None:
        """Return the codes of which a text contains the value, or whose value is not one plain text."""
        if len(keys) != 1:
            return None
        if keys[0] not in self._texts:
            self._texts[keys[0]] = self._sorted(keys)
        codes, others, longest = self._texts[keys[0]]
        pieces = {text[at:to] for at in range(len(text)) for to in range(at + 1, min(at + longest, len(text)) + 1)}
        found = [codes[piece] for piece in pieces if piece in codes]
        return np.concatenate((others, np.array(found, np.int32)))

    def _sorted(self, keys: tuple[str, ...]) -> tuple[dict[str, int], Numbers, int]:
        codes, others = {}, []
        for code, (found,) in enumerate(self.crowd.columns[keys].values):
            if isinstance(found, tuple) and not isinstance(found, Open) and len(found) == 1 and _plain(found[0]):
                codes[found[0]] = code
            else:
                others.append(code)
        return codes, np.array(others, np.int32), max((len(text) for text in codes), default=0)


def _plain(text: str) -> bool:
    return bool(text) and not any(sign in text for sign in ("*", "?", "$", OPEN))


def compile(estate: Estate) -> Compiled:
    """Compile an estate."""
    with _undisturbed():
        roster, interning = Roster(estate), Interning()
        for principal in estate.principals:
            interning.policies(principal.policies, bool(principal.more))
            if principal.boundary:
                interning.document(principal.boundary.document)
        resources = {each.arn: _documents(each, interning) for each in estate.resources}
        endpoints = {id: interning.document(each.document) for id, each in estate.endpoints.items()}
        controls = _guards(estate.accounts.values(), interning, resources=False)
        limits = _guards(estate.accounts.values(), interning, resources=True)
        written = interning.done().written
        parts = Parts()
        taken = {number: parts.take(*each) for number, each in enumerate(written) if _varies(each.statement)}
        taken = {number: each for number, each in taken.items() if each.parts}
        people = crowd(roster, interning, sorted({part.keys for part in parts.items}))
        interned = interning.done()
        compiled = Compiled(
            roster=roster,
            interned=interned,
            actions=actions(interned.action_sets),
            begins=tuple(_begins(patterns, but) for patterns, but in interned.resource_sets),
            taken=taken,
            parts=tuple(parts.items),
            crowd=people,
            everyone=np.arange(len(people), dtype=np.int32),
            account_firsts=np.unique(people.accounts, return_index=True)[1].astype(np.int32),
            holders=_holders(interned, people),
            resources=resources,
            service_controls=controls,
            resource_controls=limits,
            endpoints=endpoints,
        )
        for number, part in enumerate(compiled.parts):
            if part.pure:
                compiled.pure(number, False)
        return compiled


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the collector of cycles from walking over all that is being made, again and again."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _varies(statement: object) -> bool:
    return bool(getattr(statement, "tests", ())) or any("${" in each for each in getattr(statement, "resources", ()))


def _documents(resource: Resource, interning: Interning) -> tuple[int, ...]:
    if isinstance(resource.policy, Unknown):
        return (UNREAD, *interning.documents(resource.grants))
    return interning.documents((resource.policy, *resource.grants) if resource.policy else resource.grants)


def _guards(accounts: Iterable[Account], interning: Interning, resources: bool) -> Guards:
    numbered: Numbered[object] = Numbered()
    numbered.number(None)
    numbers, documents = {}, set()
    for account in accounts:
        levels = account.resource_controls if resources else account.service_controls
        if account.management:
            numbers[account.id] = 0
        elif isinstance(levels, Unknown):
            numbers[account.id] = numbered.number("unknown")
        else:
            held = tuple(interning.documents(level) for level in levels)
            documents.update(each for level in held for each in level)
            numbers[account.id] = numbered.number(held or None)
    return Guards(numbers, np.array(sorted(documents), np.int32), len(numbered.items))


def _begins(patterns: tuple[str, ...], but: bool) -> tuple[str, ...]:
    found = {begin(pattern).partition("$")[0] for pattern in patterns}
    for pattern in patterns:
        if pattern != "*" and not pattern.endswith("*") and "*" in pattern:
            matches(pattern, "")  # an expression is costly to compile, once
    return () if but or "" in found else tuple(found)


def _holders(interned: Interned, people: Crowd) -> Holders:
    documents = len(interned.documents)
    return Holders(
        documents=interned.documents.turned(len(interned.written)),
        sets=interned.sets.turned(documents),
        people=ranges([each] for each in people.sets.tolist()).turned(len(interned.sets)),
        bounded=ranges([each] if each >= 0 else [] for each in people.boundaries.tolist()).turned(documents),
    )
