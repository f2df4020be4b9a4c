"""Amazon Web Services: who may do what in the AWS part of a graph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from bartizan.app.identity.aws import estate as declared
from bartizan.app.identity.aws.bulk import Bulk
from bartizan.app.identity.names import Names
from bartizan.app.identity.spelling import meant
from bartizan.core.access import Decision, Question
from bartizan.core.answer import Rights
from bartizan.core.truth import Unknown
from bartizan.graph.graph import Graph
from bartizan.graph.grid import Grid
from bartizan.identity.aws import actions
from bartizan.identity.aws.choices import Choices
from bartizan.identity.aws.estate import Estate, Principal, Resource
from bartizan.identity.aws.evaluation import Evaluator
from bartizan.identity.aws.holdings import held
from bartizan.identity.aws.roster import Roster
from bartizan.identity.aws.statement import Document, Policy, Principals
from bartizan.paths.asking import asked

Given = Mapping[str, str | tuple[str, ...]]
FEW = 2_000
"""Pairs that are asked one by one before it pays to compile the index."""
_FILL = re.compile(r"\{(account|region|partition|target)\}")


class AwsWorld:
    """Access in the AWS part of a graph; implements `bartizan.paths.asking.Asking`."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._names = Names(graph)
        self._notes = declared.notes(graph)
        self.estate = declared.estate(graph)
        self._evaluator = Evaluator(self.estate)
        self._roster = Roster(self.estate)
        self._bulk = Bulk(self.estate, self._evaluator, self._roster)
        self._choices = Choices(self.estate)
        self._actors = tuple(each.id for each in self.estate.principals if not each.group)
        everything: list[Principal | Resource] = [*self.estate.resources, *self.estate.principals]
        self._asked = 0
        self._homes = {each.id: each.account for each in everything}
        self._arns = {each.id: each.arn for each in everything}

    def can(self, question: Question) -> Decision:
        """Answer one question."""
        return self._evaluator.can(question)

    def actors(self) -> tuple[str, ...]:
        """Return the ids of all users and roles, and of permission sets."""
        return self._actors

    def grid(self, action: str, targets: Sequence[str], given: Given, actors: Sequence[str] | None = None) -> Grid:
        """Answer for many actors and many targets."""
        self._asked += (len(self._actors) if actors is None else len(actors)) * len(targets)
        if self._asked > FEW:
            return self._bulk.grid(action, targets, given, actors)
        plain = {key: value if isinstance(value, str) else value[0] for key, value in given.items() if value}
        return asked(self, action, targets, plain, self._actors if actors is None else actors)

    def outsiders(self, action: str, resource: str) -> tuple[str, ...]:
        """Return those outside whom the policy of a resource names in a statement that allows."""
        asset = self._arns.get(resource, resource)
        found = self._roster.resource(asset).resource
        policies = (found.policy, *found.grants) if found else ()
        named = [principals for policy in policies for principals in _named(policy)]
        inside = set(self._arns.values())
        return tuple(dict.fromkeys(who for each in named for who in _outside(each, inside)))

    def notes(self, action: str) -> tuple[str, ...]:
        """Return what limits every answer about an action: guardrails that were not seen, an unknown action."""
        known = "*" in action or "?" in action or actions.known(action)
        strange = () if known else (f"{action} is no action that AWS documents; check its spelling.{_meant(action)}",)
        return (*strange, *self._notes)

    def held(self, id: str) -> Rights:
        """Return all that an actor may do."""
        return held(self._evaluator, self._roster, id)

    def name(self, id: str) -> str:
        """Return the ARN of an asset; the id itself where it has none."""
        return self._arns.get(id, id)

    def home(self, id: str) -> str:
        """Return the account that an asset is in."""
        return self._homes.get(id, "")

    def fill(self, pattern: str, id: str) -> str:
        """Put the account of an asset into a pattern, its partition and ARN. The region is left to choose."""
        asset = self._graph.get(id)
        if asset is None:
            return pattern
        found = {"target": self.name(id), "region": "*", "account": self.home(id)}
        return _FILL.sub(lambda part: found.get(part[1]) or self._names.scope(asset, part[1]), pattern)

    def candidates(self, action: str, pattern: str) -> tuple[str, ...]:
        """Return, of what fits a pattern, all that policies tell apart."""
        return self._choices.within(action, pattern)


def access(graph: Graph, unread: Sequence[str] = ()) -> AwsWorld:
    """Return who may do what in the AWS part of a graph. What was not read is unknown to its assets."""
    return AwsWorld(graph)


def estate(graph: Graph) -> Estate:
    """Return the AWS estate of a graph; ids are those of its assets."""
    return declared.estate(graph)


def _meant(action: str) -> str:
    """Return the nearest actions of the same service; those of a service that is spelt alike, where there is none."""
    prefix = action.partition(":")[0].lower()
    near = [prefix] if prefix in actions.services() else get_close_matches(prefix, actions.services(), n=3)
    return meant(action, (name for each in near for name in actions.expand(f"{each}:*")))


def _named(policy: Policy | Unknown | None) -> Iterator[Principals]:
    """Yield whom the statements of a policy name that allow."""
    document = policy.document if isinstance(policy, Policy) else None
    for statement in document.statements if isinstance(document, Document) else ():
        if statement.allows and statement.principals is not None:
            yield statement.principals


def _outside(principals: Principals, inside: set[str]) -> Iterator[str]:
    if principals.everyone or principals.negated:
        yield "anonymous"
    if principals.negated:
        return
    yield from (f"service:{name}" for name in principals.services)
    yield from (f"federated:{name}" for name in principals.federated)
    for name in principals.aws:
        if name.isdigit():
            yield f"account:{name}"
        elif name not in inside and name.startswith("arn:"):
            root = re.fullmatch(r"arn:[^:]+:iam::(\d{12}):root", name)
            yield f"account:{root[1]}" if root else name
