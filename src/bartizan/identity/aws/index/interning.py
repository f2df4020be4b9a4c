"""Equal statements, documents and sets of policies of an estate, kept once and numbered.

Estates say the same thing thousands of times: a hundred thousand principals hold a few thousand different documents,
and those a few thousand different statements. What is equal is asked once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Unknown
from bartizan.identity.aws.index.ranges import Ranges, ranges
from bartizan.identity.aws.statement import Document, Policy, Principals, Statement, Test
from bartizan.identity.aws.variables import VERSION

Patterns = tuple[tuple[str, ...], bool]
"""Patterns of actions, or of resources; True: all but these."""
Item = TypeVar("Item", bound=Hashable)


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


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement as the index takes it apart: all but its name, by numbers."""

    allows: bool
    actions: int
    resources: int
    principals: Principals | None
    tests: tuple[int, ...]
    variables: bool
    """Whether policy variables count, by the version of the document."""
    unseen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Interned:
    """All that the policies of an estate say, each thing once."""

    clauses: tuple[Clause, ...]
    actions: tuple[Patterns, ...]
    resources: tuple[Patterns, ...]
    tests: tuple[tuple[Test, bool], ...]
    """With whether policy variables count in its values."""
    documents: Ranges
    """The clauses of each document; the first is empty, the second could not be read."""
    unseen: NDArray[np.bool_]
    """Documents that may say more."""
    sets: Ranges
    """The documents of each set of policies; the first set is empty."""


@dataclass(slots=True)
class Interning:
    """Numbers what it is shown, until `done`."""

    _clauses: Numbered[Clause] = field(default_factory=Numbered)
    _actions: Numbered[Patterns] = field(default_factory=Numbered)
    _resources: Numbered[Patterns] = field(default_factory=Numbered)
    _tests: Numbered[tuple[Test, bool]] = field(default_factory=Numbered)
    _documents: Numbered[tuple[tuple[int, ...], bool]] = field(default_factory=Numbered)
    _sets: Numbered[tuple[int, ...]] = field(default_factory=Numbered)
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
            return 1
        seen = self._seen.get(id(document))
        if seen is None:
            variables = document.version == VERSION
            clauses = sorted({self._clause(each, variables) for each in document.statements})
            seen = (document, self._documents.number((tuple(clauses), bool(document.unseen))))
            self._seen[id(document)] = seen
        return seen[1]

    def policies(self, policies: Iterable[Policy], more: bool = False) -> int:
        """Return the number of a set of policies; `more`: there may be others that were not seen."""
        documents = {self.document(each.document) for each in policies}
        if more:
            documents.add(1)
        return self._sets.number(tuple(sorted(documents - {0})))

    def done(self) -> Interned:
        """Return all that was numbered."""
        return Interned(
            clauses=tuple(self._clauses.items),
            actions=tuple(self._actions.items),
            resources=tuple(self._resources.items),
            tests=tuple(self._tests.items),
            documents=ranges(clauses for clauses, _ in self._documents.items),
            unseen=np.array([unseen for _, unseen in self._documents.items], np.bool_),
            sets=ranges(self._sets.items),
        )

    def _clause(self, statement: Statement, variables: bool) -> int:
        known = self._known.get((id(statement), variables))
        if known is None:
            known = (statement, self._clauses.number(self._taken(statement, variables)))
            self._known[id(statement), variables] = known
        return known[1]

    def _taken(self, statement: Statement, variables: bool) -> Clause:
        return Clause(
            allows=statement.allows,
            actions=self._actions.number((statement.actions, statement.all_actions_but)),
            resources=self._resources.number((statement.resources, statement.all_resources_but)),
            principals=statement.principals,
            tests=tuple(self._tests.number((each, variables)) for each in statement.tests),
            variables=variables,
            unseen=bool(statement.unseen),
        )
