"""Statements taken apart: what is the same whoever asks, and the parts that depend on who asks.

`aws:ResourceAccount` held to `${aws:PrincipalAccount}` occurs in hundreds of statements: it is one part, asked once for
each account. What is left of a statement without such parts is asked once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bartizan.core.truth import Truth
from bartizan.identity.aws.applies import applies
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.conditions import judge
from bartizan.identity.aws.context import Context
from bartizan.identity.aws.index.interning import Numbered
from bartizan.identity.aws.index.probes import individual, keys_of, personal, read
from bartizan.identity.aws.statement import Statement, Test


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something a statement asks that depends on who asks."""

    keys: tuple[str, ...]
    """The condition keys by which it does."""
    pure: bool = False
    """Whether it depends on nothing else, so that all requests share the outcome."""
    test: Test | None = None
    resources: Statement | None = None
    """A statement that asks for nothing but its resources."""
    version: str

    @property
    def individual(self) -> bool:
        """Tell whether hardly two principals share what it depends on."""
        return any(individual(key) for key in self.keys)

    def judge(self, case: Case) -> Truth:
        """Judge it for a request."""
        if self.test is not None:
            return judge(self.test, case.context, self.version).truth
        if self.resources is not None:
            return applies(self.resources, Truth.YES, case, self.version).truth
        return Truth.YES

    def judge_known(self, context: Context) -> Truth:
        """Judge a test on known keys."""
        return judge(self.test, context, self.version).truth if self.test is not None else Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class Taken:
    """A statement taken apart; all must hold."""

    shared: Statement
    """What is left of it: without those parts, and naming nobody."""
    parts: tuple[int, ...]


class Parts:
    """The parts of all statements, each once."""

    def __init__(self) -> None:
        """Start with none."""
        self._numbered: Numbered[Part] = Numbered()

    @property
    def items(self) -> Sequence[Part]:
        """All parts by number."""
        return self._numbered.items

    def take(self, statement: Statement, version: str) -> Taken:
        """Take a statement apart."""
        parts, tests = [], []
        for test in statement.tests:
            keys = keys_of(test, version)
            mine = tuple(sorted(key for key in keys if personal(key)))
            if mine:
                parts.append(Part(keys=mine, pure=len(mine) == len(keys), test=test, version=version))
            else:
                tests.append(test)
        shared = replace(statement, tests=tuple(tests), principals=None)
        mine = tuple(sorted(key for key in read(statement.resources, version) if personal(key)))
        if mine:
            about = Statement(allows=True, actions=("*",), resources=statement.resources,
                              all_resources_but=statement.all_resources_but)  # fmt: skip
            parts.append(Part(keys=mine, resources=about, version=version))
            shared = replace(shared, resources=(), all_resources_but=False)
        return Taken(shared, tuple(self._numbered.number(part) for part in parts))
