"""Asks a condition of every asset of a kind at once: the same answers as `Condition.ask`, by array."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bartizan.core.condition import Across, Condition, Joined, Negated, Tested
from bartizan.core.kind import Asset, FlagTerm, Link
from bartizan.core.verb import VERBS
from bartizan.graph.columns import Columns

Truths = NDArray[np.int8]
"""-1 no, 0 unknown, 1 yes; one for each asset in the order of `Graph.by_kind`."""


class Asking:
    """Asks conditions of the columns of one graph; what was asked once is kept."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._answers: dict[tuple[type[Asset], Any], Truths] = {}

    def ask(self, condition: Condition[Any], kind: type[Asset]) -> Truths:
        """Return the truth of a condition for each asset of a kind."""
        if isinstance(condition, FlagTerm):
            condition = Tested(condition.name, "is", True)
        key = (kind, condition)
        if key not in self._answers:
            self._answers[key] = _WAYS[type(condition)](self, condition, kind)
        return self._answers[key]

    def joined(self, condition: Joined[Any], kind: type[Asset]) -> Truths:
        """Take the least or the greatest of both sides."""
        join = np.minimum if condition.by is min else np.maximum
        return join(self.ask(condition.left, kind), self.ask(condition.right, kind))

    def negated(self, condition: Negated[Any], kind: type[Asset]) -> Truths:
        """Turn the answers around."""
        return -self.ask(condition.inner, kind)

    def tested(self, condition: Tested[Any], kind: type[Asset]) -> Truths:
        """Judge each distinct value once."""
        column = self._columns.column(kind, condition.name)
        verb = VERBS[condition.verb]
        table = np.array([verb.judge(value, condition.operand) for value in column.distinct], np.int8)
        return table[column.codes]

    def across(self, condition: Across[Any], kind: type[Asset]) -> Truths:
        """Take the greatest (some) or the least (all) over each asset's targets."""
        links = self._columns.links(kind, condition.link)
        some = condition.by is max
        empty = np.int8(-1 if some else 1)
        answers = np.full(len(links.more), empty, np.int8)
        filled = links.starts[1:] > links.starts[:-1]
        if len(links.targets):
            reached = self._of_targets(condition, kind)[links.targets]
            reduce = np.maximum if some else np.minimum
            answers[filled] = reduce.reduceat(reached, links.starts[:-1][filled])
        join = np.maximum if some else np.minimum
        answers[links.more] = join(answers[links.more], np.int8(0))
        return answers

    def _of_targets(self, condition: Across[Any], kind: type[Asset]) -> Truths:
        """Return the truth of the inner condition at each asset of the graph that the link may lead to."""
        graph = self._columns.graph
        truths = np.ones(len(graph.assets), np.int8)
        if condition.inner is not None:
            link = kind.attributes[condition.link]
            assert isinstance(link, Link)  # noqa: S101 - only links make Across; tells the type checker
            for target in graph.kinds(link.to):
                truths[graph.by_kind[target]] = self.ask(condition.inner, target)
        return truths


_WAYS: dict[type, Callable[[Asking, Any, type[Asset]], Truths]] = {
    Joined: Asking.joined,
    Negated: Asking.negated,
    Tested: Asking.tested,
    Across: Asking.across,
}
