"""Equal statements, documents and sets of policies of an estate, kept once and numbered.

Estates say the same thing thousands of times: a hundred thousand principals hold a few thousand different documents,
and those a few thousand different statements. What is equal is asked once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Unknown
from bartizan.identity.aws.index.ranges import Numbers, Ranges, ranges
from bartizan.identity.aws.statement import Document, Policy, Principals, Statement, Test
from bartizan.identity.aws.variables import VERSION

Patterns = tuple[tuple[str, ...], bool]
"""Patterns of actions, or of resources; True: all but these."""
Item = TypeVar("Item", bound=Hashable)

UNREAD = 1
"""The document that could not be read."""


@dataclass(slots=True)
class Numbered(Generic[Item]):
    """Items in the order in which they were first seen, each with its number."""

    items: list[Item] = field(default_factory=list)
    numbers: dict[Item, int] = field(default_factory=dict)

    def number(self, item: Item) -> int:
        """Return the number of an item; a new one is the next."""
        found = self.numbers.setdefault(item, len(self.items))
        if found == len(self.items):
            self.items.append(item)
        return found


class Clause(NamedTuple):
    """All of a statement that an answer depends on: not its name, nor why parts of it were not seen."""

    allows: bool
    actions: int
    resources: int
    principals: Principals | None
    tests: tuple[int, ...]
    variables: bool
    unseen: bool


class Written(NamedTuple):
    """The first of equal statements, and the version of its document."""

    statement: Statement
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interned:
    """All that the policies of an estate say, each thing once."""

    written: tuple[Written, ...]
    """The clauses."""
    allows: NDArray[np.bool_]
    """For each clause."""
    actions: Numbers
    resources: Numbers
    action_sets: tuple[Patterns, ...]
    resource_sets: tuple[Patterns, ...]
    documents: Ranges
    """The clauses of each document; the first is empty, the second could not be read."""
    unseen: NDArray[np.bool_]
    """Documents that may say more."""
    sets: Ranges
    """The documents of each set of policies; the first set is empty."""


@dataclass(slots=True)
class Interning:
    """Numbers what it is shown, until `done`."""

    _clauses: Numbered[Clause] = field(default_factory=Numbered[Clause])
    _written: list[Written] = field(default_factory=list)
    _actions: Numbered[Patterns] = field(default_factory=Numbered[Patterns])
    _resources: Numbered[Patterns] = field(default_factory=Numbered[Patterns])
    _tests: Numbered[Test] = field(default_factory=Numbered[Test])
    _documents: Numbered[tuple[tuple[int, ...], bool]] = field(default_factory=Numbered[tuple[tuple[int, ...], bool]])
    _sets: Numbered[tuple[int, ...]] = field(default_factory=Numbered[tuple[int, ...]])
    _seen: dict[int, tuple[Document, int]] = field(default_factory=dict)
    """By identity, with the document itself, that it is not replaced by another one at the same address."""
    _known: dict[tuple[int, bool], tuple[Statement, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._documents.number(((), False))
        self._documents.number(((), True))
        self._sets.number(())

    def document(self, document: Document | Unknown) -> int:
        """Return the number of a document."""
        if isinstance(document, Unknown):
            return UNREAD
        seen = self._seen.get(id(document))
        if seen is None:
            clauses = sorted({self._clause(each, document.version) for each in document.statements})
            seen = (document, self._documents.number((tuple(clauses), bool(document.unseen))))
            self._seen[id(document)] = seen
        return seen[1]

    def documents(self, policies: Iterable[Policy]) -> tuple[int, ...]:
        """Return the numbers of the documents of some policies, each once; without those that say nothing."""
        return tuple(sorted({self.document(each.document) for each in policies} - {0}))

    def policies(self, policies: Iterable[Policy], more: bool = False) -> int:
        """Return the number of a set of policies; `more`: there may be others that were not seen."""
        documents = self.documents(policies)
        if more and UNREAD not in documents:
            documents = tuple(sorted((*documents, UNREAD)))
        return self._sets.number(documents)

    def done(self) -> Interned:
        """Return all that was numbered."""
        clauses = self._clauses.items
        return Interned(
            written=tuple(self._written),
            allows=np.array([each.allows for each in clauses], np.bool_),
            actions=np.array([each.actions for each in clauses], np.intp),
            resources=np.array([each.resources for each in clauses], np.intp),
            action_sets=tuple(self._actions.items),
            resource_sets=tuple(self._resources.items),
            documents=ranges(each for each, _ in self._documents.items),
            unseen=np.array([unseen for _, unseen in self._documents.items], np.bool_),
            sets=ranges(self._sets.items),
        )

    def _clause(self, statement: Statement, version: str) -> int:
        variables = version == VERSION
        known = self._known.get((id(statement), variables))
        if known is None:
            number = self._clauses.number(self._taken(statement, variables))
            if number == len(self._written):
                self._written.append(Written(statement, version))
            known = self._known[id(statement), variables] = (statement, number)
        return known[1]

    def _taken(self, statement: Statement, variables: bool) -> Clause:
        return Clause(
            allows=statement.allows,
            actions=self._actions.number((statement.actions, statement.all_actions_but)),
            resources=self._resources.number((statement.resources, statement.all_resources_but)),
            principals=statement.principals,
            tests=tuple(self._tests.number(each) for each in statement.tests),
            variables=variables,
            unseen=bool(statement.unseen),
        )
