"""What an estate is compiled to: everything it says, once each, and who holds it."""

from __future__ import annotations

import gc
from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Unknown
from bartizan.identity.aws.context import Context, Open
from bartizan.identity.aws.estate import Account, Estate, Resource
from bartizan.identity.aws.index.actions import Actions, actions
from bartizan.identity.aws.index.begins import Begins, begins
from bartizan.identity.aws.index.classes import Classes, divided, whole
from bartizan.identity.aws.index.crowd import Crowd, Held, crowd, held
from bartizan.identity.aws.index.interning import UNREAD, Interned, Interning, Numbered, Written
from bartizan.identity.aws.index.parts import Part, Parts, Taken
from bartizan.identity.aws.index.probes import individual
from bartizan.identity.aws.index.ranges import Numbers, Ranges, Truths, ranges
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.told import told
from bartizan.identity.hole import OPEN, matches

_TESTS = 8
"""By the outcomes of so many conditions on who asks are principals put into blocks."""


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

    own: NDArray[np.bool_]
    """Clauses that are in an identity policy or a boundary."""
    documents: Ranges
    """By clause."""
    sets: Ranges
    """By document."""
    people: Ranges
    """By set."""
    bounded: Ranges
    """By document: those whose boundary it is."""


class Said(NamedTuple):
    """What a stage says: for each principal how far it allows, and how far it denies."""

    allowed: Truths
    denied: Truths


@dataclass(slots=True)
class Memory:
    """What is the same for all questions, kept once it was asked for."""

    pure: dict[tuple[int, bool], Truths] = field(default_factory=dict)
    judged: dict[int, Truths] = field(default_factory=dict)
    """Parts that hardly two principals share, as far as they were asked for; 2 where not yet."""
    said: dict[Hashable, Said] = field(default_factory=dict)
    """What control policies come to, by what each of their statements comes to."""
    texts: dict[str, tuple[dict[str, int], Numbers, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """All of it."""

    roster: Roster
    interned: Interned
    actions: Actions
    begins: Begins
    taken: dict[int, Taken]
    """Clauses that depend on who asks, taken apart."""
    parts: tuple[Part, ...]
    crowd: Crowd
    everyone: Numbers
    blocks: Classes
    """Principals that differ in nothing that guardrails usually tell apart."""
    tested: frozenset[int]
    """Parts that have the same outcome for all of a block."""
    places: dict[str, int]
    """Positions of principals whom some policy names by their ARN."""
    holders: Holders
    resources: dict[str, tuple[int, ...]]
    """The documents of each resource's own policies, by ARN."""
    service_controls: Guards
    resource_controls: Guards
    endpoints: dict[str, int]
    memory: Memory

    def pure(self, number: int, all_absent: bool) -> Truths:
        """Judge a part that depends on nothing but who asks, for every principal."""
        found = self.memory.pure.get((number, all_absent))
        if found is None:
            found = _pure((self.parts[number],), self.crowd, all_absent)[0]
            self.memory.pure[number, all_absent] = found
        return found

    def shares(self, number: int) -> bool:
        """Tell whether it pays to keep the outcome of a part for every principal."""
        return self.parts[number].pure and (number in self.tested or not self.parts[number].individual)

    def near(self, keys: tuple[str, ...], text: str) -> Numbers | None:
        """Return the codes of which a text contains the value, or whose value is not one plain text."""
        if len(keys) != 1:
            return None
        if keys[0] not in self.memory.texts:
            self.memory.texts[keys[0]] = _sorted(self.crowd, keys)
        codes, others, longest = self.memory.texts[keys[0]]
        pieces = {text[at:to] for at in range(len(text)) for to in range(at + 1, min(at + longest, len(text)) + 1)}
        found = [codes[piece] for piece in pieces if piece in codes]
        return np.concatenate((others, np.array(found, np.intp)))


def _pure(parts: Sequence[Part], people: Crowd, all_absent: bool) -> list[Truths]:
    """Judge parts for every principal: all that hardly two share in one pass."""
    absent = frozenset({"*"} if all_absent else ())
    if any(part.individual for part in parts):
        rows = np.zeros((len(parts), len(people)), np.int8)
        for at, case in enumerate(people.cases()):
            context = Context({}, absent, partial(told, case))
            rows[:, at] = [part.judge_known(context) for part in parts]
        return list(rows)
    return [_by_code(part, people, absent) for part in parts]


def _by_code(part: Part, people: Crowd, absent: frozenset[str]) -> Truths:
    column = people.column(part.keys)
    contexts = (Context({}, absent, column.telling(code).__getitem__) for code in range(len(column.values)))
    return np.array([part.judge_known(context) for context in contexts], np.int8)[column.codes]


def _sorted(people: Crowd, keys: tuple[str, ...]) -> tuple[dict[str, int], Numbers, int]:
    codes, others = {}, []
    for code, (found,) in enumerate(people.column(keys, shared=True).values):
        if isinstance(found, tuple) and not isinstance(found, Open) and len(found) == 1 and _plain(found[0]):
            codes[found[0]] = code
        else:
            others.append(code)
    return codes, np.array(others, np.intp), max((len(text) for text in codes), default=0)


def _plain(text: str) -> bool:
    return bool(text) and not any(sign in text for sign in ("*", "?", "$", OPEN))


def compile(estate: Estate) -> Compiled:
    """Compile an estate."""
    with _undisturbed():
        return _compiled(estate)


def _compiled(estate: Estate) -> Compiled:
    roster, interning = Roster(estate), Interning()
    those = held(estate.principals, interning)
    resources = _resources(estate.resources, interning)
    endpoints = {id: interning.document(each.document) for id, each in estate.endpoints.items()}
    controls = _guards(estate.accounts.values(), interning, resources=False)
    limits = _guards(estate.accounts.values(), interning, resources=True)
    interned = interning.done()
    parts, taken = _taken(interned.written)
    holders = holding(interned, those)
    tests = _tests(interned, holders, parts, taken, np.concatenate((controls.documents, limits.documents)))
    lonely = [number for number in tests if parts[number].individual]
    keys = {key for part in parts if part.resources is not None for key in part.keys if individual(key)}
    people, outcomes = crowd(roster, those, sorted(keys), [parts[number] for number in lonely])
    named = {entry for each in interned.written if (names := each.statement.principals) for entry in names.aws}
    compiled = Compiled(
        roster=roster,
        interned=interned,
        actions=actions(interned.action_sets),
        begins=begins(interned.resource_sets),
        taken=taken,
        parts=parts,
        crowd=people,
        everyone=np.arange(len(people)),
        blocks=_blocks(people),
        tested=frozenset(tests),
        places={each.arn: at for at, each in enumerate(people.principals) if each.arn in named},
        holders=holders,
        resources=resources,
        service_controls=controls,
        resource_controls=limits,
        endpoints=endpoints,
        memory=Memory({(number, False): found for number, found in zip(lonely, outcomes, strict=True)}),
    )
    return _prepared(compiled, tests)


def _prepared(compiled: Compiled, tests: Sequence[int]) -> Compiled:
    """Do what would make the first questions slow."""
    for patterns, _ in compiled.interned.resource_sets:
        for pattern in patterns:
            if "*" in pattern[:-1] and "$" not in pattern:
                matches(pattern, "")  # an expression is costly to compile, once
    blocks = compiled.blocks
    for number in tests:
        blocks = divided(blocks, compiled.pure(number, False).astype(np.intp) + 1, 3)
    for number, part in enumerate(compiled.parts):
        if compiled.shares(number):
            compiled.pure(number, False)
        elif part.resources is not None:
            compiled.near(part.keys, "")
        else:
            compiled.crowd.column(part.keys)
    return replace(compiled, blocks=blocks)


def _tests(
    interned: Interned, holders: Holders, parts: Sequence[Part], taken: dict[int, Taken], guards: Numbers
) -> list[int]:
    """Return parts that other policies than principals' own ask of everyone."""
    clauses = np.unique(interned.documents.many(np.unique(guards))[0]).tolist()
    clauses += np.flatnonzero(~holders.own).tolist()
    numbers = dict.fromkeys(part for each in clauses if each in taken for part in taken[each].parts)
    return [number for number in numbers if parts[number].pure][:_TESTS]


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


def _taken(written: tuple[Written, ...]) -> tuple[tuple[Part, ...], dict[int, Taken]]:
    """Take those clauses apart that depend on who asks."""
    parts = Parts()
    found = {}
    for number, (statement, version) in enumerate(written):
        if statement.tests or any("${" in each for each in statement.resources):
            taken = parts.take(statement, version)
            if taken.parts:
                found[number] = taken
    return tuple(parts.items), found


def _resources(resources: Iterable[Resource], interning: Interning) -> dict[str, tuple[int, ...]]:
    same: dict[tuple[int, ...], tuple[int, ...]] = {}
    found = {}
    for each in resources:
        if isinstance(each.policy, Unknown):
            documents = (UNREAD, *interning.documents(each.grants))
        else:
            documents = interning.documents((each.policy, *each.grants) if each.policy else each.grants)
        found[each.arn] = same.setdefault(documents, documents)
    return found


def _guards(accounts: Iterable[Account], interning: Interning, resources: bool) -> Guards:
    numbered: Numbered[object] = Numbered()
    numbered.number(None)
    numbers: dict[str, int] = {}
    documents: set[int] = set()
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
    return Guards(numbers, np.array(sorted(documents), np.intp), len(numbered.items))


def _blocks(people: Crowd) -> Classes:
    kinds = (people.boundaries >= 0).astype(np.intp) + 2 * people.linked + 4 * people.roots
    return divided(divided(whole(len(people)), people.accounts, len(people.account_ids)), kinds, 8)


def holding(interned: Interned, those: Held) -> Holders:
    """Find out who holds what."""
    documents, bounds = len(interned.documents), those.boundaries
    mine = np.unique(np.concatenate((interned.sets.values, bounds[bounds >= 0])))
    own = np.zeros(len(interned.written), np.bool_)
    own[interned.documents.many(mine)[0]] = True
    return Holders(
        own=own,
        documents=interned.documents.turned(len(interned.written)),
        sets=interned.sets.turned(documents),
        people=ranges([each] for each in those.sets.tolist()).turned(len(interned.sets)),
        bounded=ranges([each] if each >= 0 else [] for each in bounds.tolist()).turned(documents),
    )
