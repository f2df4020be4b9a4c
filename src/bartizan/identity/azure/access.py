"""Answers who may do what in an Azure estate, one question at a time and in bulk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from bartizan.core.access import Decision, Question
from bartizan.core.answer import Rights
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.grid import Codes, Grid
from bartizan.identity.azure import directory, evaluate, holdings
from bartizan.identity.azure.builtin import planes, providers
from bartizan.identity.azure.directory_roles import GLOBAL_ADMINISTRATOR, by_name
from bartizan.identity.azure.estate import USER, Assignment, Estate
from bartizan.identity.azure.evaluate import Asked
from bartizan.identity.azure.membership import Being, beings
from bartizan.identity.azure.permission import CONTROL, DATA, Role
from bartizan.identity.azure.scope import folded, narrowed, reaches, segments, subscription
from bartizan.identity.hole import OPEN, shown

ELEVATE = "microsoft.authorization/elevateaccess/action"
Given = Mapping[str, str | tuple[str, ...]]
_DIRECTORY = ("microsoft.directory/", "microsoft.azure.", "microsoft.office365.")


class AzureAccess:
    """Access in one estate. What does not depend on the question is worked out once."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self._beings: dict[str, dict[str, Being]] = {}
        self._by_principal: dict[str, list[int]] = {}
        self._anybody: list[int] = []
        for number, assignment in enumerate(estate.assignments):
            if isinstance(assignment.principal, Unknown):
                self._anybody.append(number)
            else:
                self._by_principal.setdefault(assignment.principal, []).append(number)
        self._actors = tuple(estate.principals)

    def actors(self) -> tuple[str, ...]:
        """Return the ids of all that can act: users, programs, identities, and groups, as their members do."""
        return self._actors

    def can(self, question: Question) -> Decision:
        """Answer one question. Never raises: what is not there is unknown, with the reason."""
        actor = self._actor(question.actor)
        if actor is None:
            why = f"{shown(question.actor)} is no principal that was seen"
            return Decision(truth=Truth.UNKNOWN, why=f"{why}.", unknowns=(why,))
        who = self.who(actor)
        return self._unlessmore(self._decide(who, question.action, question.target), who)

    def held(self, actor: str) -> Rights:
        """Return all that an actor may do, in patterns; who is not there has nothing, with the reason as a note."""
        id = self._actor(actor)
        if id is None:
            note = f"{shown(actor)} is no principal that was seen."
            return Rights(id=actor, name=actor, kind="", rights=(), notes=(note,))
        return holdings.held(self.estate, self.who(id), id, self.who)

    def who(self, actor: str) -> dict[str, Being]:
        """Return everybody that a principal counts as."""
        found = self._beings.get(actor)
        if found is None:
            found = self._beings[actor] = beings(actor, self.estate.principals)
        return found

    def _actor(self, asked: str) -> str | None:
        if asked in self.estate.principals:
            return asked
        low = asked.lower()
        found = [id for id, each in self.estate.principals.items() if low in (each.object.lower(), each.name.lower())]
        return found[0] if len(found) == 1 else None

    def _unlessmore(self, decision: Decision, who: Mapping[str, Being]) -> Decision:
        """Make a refusal unknown where the actor may be in groups that were not seen."""
        if decision.truth is not Truth.NO or decision.clauses:
            return decision
        known = (self.estate.principals[id].more for id in who if id in self.estate.principals)
        more = tuple(dict.fromkeys(why for why in known if why))
        if not more:
            return decision
        return Decision(truth=Truth.UNKNOWN, why=f"It cannot be told: {'; '.join(more)}.", unknowns=more)

    def _decide(self, who: Mapping[str, Being], action: str, target: str) -> Decision:
        low = action.lower()
        if "/" not in action or low.startswith(_DIRECTORY):
            return directory.decided(self.estate, who, action, self._object(target), self.who)
        if low == ELEVATE:
            return self._elevate(who)
        chosen = (DATA,) if low.startswith("data:") else planes(low)
        scopes = self._scopes(target)
        decisions = [
            evaluate.decided(self.estate, who, Asked(action=low.removeprefix("data:"), plane=plane, scope=scope),
                             self._assignments(who))
            for plane in chosen
            for scope in scopes
        ]  # fmt: skip
        if len(chosen) == 1:
            return min(decisions, key=lambda decision: decision.truth)
        return _alike(decisions)

    def _assignments(self, who: Mapping[str, Being]) -> list[Assignment]:
        numbers = {number for id in who for number in self._by_principal.get(id, ())}
        return [self.estate.assignments[number] for number in sorted(numbers.union(self._anybody))]

    def _elevate(self, who: Mapping[str, Being]) -> Decision:
        """Decide whether an actor can make itself User Access Administrator of everything: a right of one role."""
        name = by_name()[GLOBAL_ADMINISTRATOR].name
        held = replace(self.estate, directory=tuple(each for each in self.estate.directory if each.role in (name, "?")))
        return directory.decided(held, who, "microsoft.directory/users/allProperties/allTasks", "*", self.who)

    def _scopes(self, target: str) -> tuple[str, ...]:
        resource = self.estate.resources.get(target)
        if resource is None:
            return (folded(target),) if target != "*" else ("*",)
        return tuple(map(folded, resource.scopes or (resource.name,)))

    def _object(self, target: str) -> str:
        if target in self.estate.entries or "*" in target:
            return target
        found = [id for id, each in self.estate.resources.items() if each.name == target and id in self.estate.entries]
        return found[0] if found else target

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None = None) -> Grid:
        """Answer for many actors and many targets: one evaluation for each class of both."""
        ids = self._actors if actors is None else tuple(actors)
        columns, heads = _classes([self._column(action, target) for target in targets])
        keys = self._rows(action, [targets[head] for head in heads]) if actors is None else dict(enumerate(ids))
        rows, first = _sparse(keys, len(ids))
        truths = np.full((max(len(first), 1), max(len(heads), 1)), -1, np.int8)
        for row, actor in enumerate(first):
            for column, target in enumerate(heads):
                question = Question(actor=ids[actor], action=action, target=targets[target], given=given)
                truths[row, column] = self.can(question).truth
        return Grid(rows, columns, truths)

    def _rows(self, action: str, targets: Sequence[str]) -> dict[int, object]:
        """Return, by position of an actor, what decides of it; all the others are alike, for nothing is given them."""
        keys: dict[int, list[tuple[str, Truth]]] = {}
        for principal in self._deciding(action, targets):
            for position, held in self._counting.get(principal, ()):
                keys.setdefault(position, []).append((principal, held))
        for position in self._doubtful:
            keys.setdefault(position, []).append(("?", Truth.UNKNOWN))
        return {position: frozenset(key) for position, key in keys.items()}

    def _deciding(self, action: str, targets: Sequence[str]) -> set[str]:
        """Return the principals that something is given to, or taken from, which may decide such a question."""
        low = action.lower()
        if "/" not in low or low == ELEVATE or low.startswith(_DIRECTORY):
            return set(_in_directory(self.estate))
        chosen = (DATA,) if low.startswith("data:") else planes(low)
        asked = low.removeprefix("data:")
        scopes = [scope for target in targets for scope in self._scopes(target)]
        found = {each for denial in self.estate.denials for each in (*denial.principals, *denial.excluded)}
        permits: dict[int, bool] = {}
        for each in self.estate.assignments:
            if not isinstance(each.principal, str) or each.principal in found:
                continue
            if id(each.role) not in permits:
                permits[id(each.role)] = _may(each.role, asked, chosen)
            if permits[id(each.role)] and self._near(each.scope, scopes):
                found.add(each.principal)
        return found

    def _near(self, scope: str | Unknown, scopes: Sequence[str]) -> bool:
        if isinstance(scope, Unknown):
            return True
        return any(reaches(scope, each, self.estate.above) is not Truth.NO for each in scopes)

    @cached_property
    def _counting(self) -> dict[str, list[tuple[int, Truth]]]:
        """By principal, the positions of the actors that count as it, and how certain that is."""
        found: dict[str, list[tuple[int, Truth]]] = {}
        for position, actor in enumerate(self._actors):
            for each, being in self.who(actor).items():
                found.setdefault(each, []).append((position, being.held))
        return found

    @cached_property
    def _doubtful(self) -> list[int]:
        """Positions of the actors that may count as more than was seen."""
        known = self.estate.principals
        doubted = {id for id, each in known.items() if each.more}
        return sorted({position for id in doubted for position, _ in self._counting.get(id, ())})

    def _column(self, action: str, target: str) -> object:
        """Return what decides of a target: which scopes take it in; an object of the directory is its own class."""
        low = action.lower()
        if "/" not in low or low == ELEVATE:
            return None
        if low.startswith(_DIRECTORY):
            return self._object(target)
        scopes = self._scopes(target)
        return tuple(
            tuple(reaches(scope, each, self.estate.above, children=children) for scope, children in self._places)
            for each in scopes
        )

    @cached_property
    def _places(self) -> tuple[tuple[str, Truth], ...]:
        """Every scope that something is given or denied at, and whether that counts below it."""
        given = [(each.scope, Truth.YES) for each in self.estate.assignments]
        taken = [(each.scope, each.children) for each in self.estate.denials]
        return tuple(dict.fromkeys((scope, below) for scope, below in given + taken if isinstance(scope, str)))

    def candidates(self, action: str, pattern: str) -> tuple[str, ...]:
        """Return a pattern, and narrower ones within it that assignments tell apart: by resource group, by resource."""
        if action.lower().startswith(_DIRECTORY) or "/" not in action:
            return (pattern,)
        found = (narrowed(pattern, scope) for scope, _ in self._places)
        return tuple(dict.fromkeys((pattern, *(each for each in found if each))))

    def outsiders(self, action: str, resource: str) -> tuple[str, ...]:
        """Return nobody: whoever has a role in a tenant is a principal of it."""
        return ()

    def notes(self, action: str) -> tuple[str, ...]:
        """Return what limits every answer about an action: that no built-in role knows it."""
        low = action.lower()
        if "/" not in low or low.startswith((*_DIRECTORY, "data:")) or low == ELEVATE:
            return ()
        if any(each.startswith(low.partition("/")[0] + "/") for each in providers()):
            return ()
        return (f"No built-in role names an operation of {action.partition('/')[0]}; check its spelling.",)

    def name(self, id: str) -> str:
        """Return an ARM id, the name a user signs in with, or an object id; the id itself for what has none."""
        resource = self.estate.resources.get(id)
        if resource is not None:
            return resource.name
        principal = self.estate.principals.get(id)
        if principal is None:
            return id
        if principal.type == USER and principal.name:
            return principal.name
        return id if not principal.object or OPEN in principal.object else principal.object

    def home(self, id: str) -> str:
        """Return the subscription of a resource, or the tenant of a principal; empty for what was not seen."""
        if id in self.estate.principals or id in self.estate.entries:
            return f"tenant {self.estate.tenant}"
        resource = self.estate.resources.get(id)
        if resource is None:
            return ""
        return subscription(resource.name) or resource.name

    def fill(self, pattern: str, id: str) -> str:
        """Put what is known of an asset into a pattern: `{account}` (its subscription), `{target}` (its ARM id)."""
        name = self.name(id)
        account = segments(subscription(name))[-1] or "*"
        return pattern.replace("{account}", account).replace("{target}", name).replace("{partition}", "").replace(
            "{region}", "*"
        )  # fmt: skip


def _alike(decisions: list[Decision]) -> Decision:
    """Return the decision for an operation of which the plane is not known: what all come to, otherwise unknown."""
    if len({decision.truth for decision in decisions}) == 1:
        return decisions[0]
    why = f"it is not known whether the operation is on the {CONTROL} or the {DATA} plane; write `data:` before it"
    clauses = tuple(clause for decision in decisions for clause in decision.clauses)
    return Decision(truth=Truth.UNKNOWN, why=f"It cannot be told: {why}.", clauses=clauses, unknowns=(why,))


def _classes(keys: list[object]) -> tuple[Codes, list[int]]:
    """Return a class for each key, and for each class the position of its first member."""
    position: dict[object, int] = {}
    first: list[int] = []
    codes = np.zeros(len(keys), np.int32)
    for number, key in enumerate(keys):
        if key not in position:
            position[key] = len(position)
            first.append(number)
        codes[number] = position[key]
    return codes, first


def _sparse(keys: Mapping[int, object], count: int) -> tuple[Codes, list[int]]:
    """Return a class for each of `count` positions, and the first of each class; those without a key are one class."""
    codes = np.full(count, -1, np.int32)
    position: dict[object, int] = {}
    first: list[int] = []
    for number, key in keys.items():
        if key not in position:
            position[key] = len(position)
            first.append(number)
        codes[number] = position[key]
    rest = np.flatnonzero(codes < 0)
    if len(rest):
        codes[rest] = len(first)
        first.append(int(rest[0]))
    return codes, first


def _may(role: Role, action: str, chosen: tuple[str, ...]) -> bool:
    """Tell whether a role may permit an operation."""
    if isinstance(role.permissions, Unknown):
        return True
    return any(each.covers(action, plane) is not Truth.NO for each in role.permissions for plane in chosen)


def _in_directory(estate: Estate) -> list[str]:
    found: list[str | Unknown] = [each.principal for each in estate.directory]
    found += [each.principal for each in estate.granted]
    found += [id for each in estate.entries.values() for id in each.owners]
    return [each for each in found if isinstance(each, str)]
