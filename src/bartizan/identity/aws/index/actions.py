"""Which of an estate's action patterns fit an action: most are found by look-up, the others of its service are tried.

Nothing here needs the list of all actions: one that no list knows yet is matched like any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bartizan.core.truth import Truth
from bartizan.identity.aws.index.interning import Numbered, Patterns
from bartizan.identity.aws.index.ranges import Ranges, Truths, ranges
from bartizan.identity.hole import OPEN, covers, matches

_WILD = ("*", "?", OPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """The distinct action patterns, by how they are found, and the sets of patterns that they are in."""

    patterns: tuple[str, ...]
    exact: dict[str, int]
    begun: dict[str, tuple[tuple[str, int], ...]]
    """By service: what an action begins with, for patterns of which only the end is open (`s3:get*`)."""
    tried: dict[str, tuple[int, ...]]
    """By service, the other patterns of it; under the empty name those of which the service itself is open."""
    holders: Ranges
    """For each pattern, the sets that it is in."""
    others: tuple[int, ...]
    """Sets that mean all actions but theirs."""
    size: int

    def truths(self, action: str) -> Truths:
        """Judge each set of patterns on an action in lower case; one with wild cards is anything that fits."""
        found = np.full(self.size, -1, np.int8)
        for pattern, truth in self._fitting(action):
            holders = self.holders.at(pattern)
            found[holders] = np.maximum(found[holders], int(truth))
        others = np.array(self.others, np.intp)
        found[others] = -found[others]
        return found

    def _fitting(self, action: str) -> list[tuple[int, Truth]]:
        if any(sign in action for sign in _WILD):
            return self._judged(action, range(len(self.patterns)))
        service = action.partition(":")[0]
        found = self._judged(action, (*self.tried.get(service, ()), *self.tried.get("", ())))
        found += [(number, Truth.YES) for start, number in self.begun.get(service, ()) if action.startswith(start)]
        if action in self.exact:
            found.append((self.exact[action], Truth.YES))
        return found

    def _judged(self, action: str, numbers: Sequence[int]) -> list[tuple[int, Truth]]:
        judge = covers if "*" in action else matches
        judged = ((number, judge(self.patterns[number], action)) for number in numbers)
        return [(number, truth) for number, truth in judged if truth is not Truth.NO]


def actions(sets: Sequence[Patterns]) -> Actions:
    """Sort the patterns of all sets by how an action is found among them."""
    numbered: Numbered[str] = Numbered()
    members = ranges([numbered.number(pattern) for pattern in patterns] for patterns, _ in sets)
    exact: dict[str, int] = {}
    begun: dict[str, list[tuple[str, int]]] = defaultdict(list)
    tried: dict[str, list[int]] = defaultdict(list)
    for number, pattern in enumerate(numbered.items):
        service, colon, rest = pattern.partition(":")
        if not any(sign in pattern for sign in _WILD):
            exact[pattern] = number
        elif not colon or any(sign in service for sign in _WILD):
            tried[""].append(number)
        elif rest.endswith("*") and not any(sign in rest[:-1] for sign in _WILD):
            begun[service].append((pattern[:-1], number))
        else:
            tried[service].append(number)
            matches(pattern, "")  # an expression is costly to compile, once
    return Actions(
        patterns=tuple(numbered.items),
        exact=exact,
        begun={service: tuple(each) for service, each in begun.items()},
        tried={service: tuple(each) for service, each in tried.items()},
        holders=members.turned(len(numbered.items)),
        others=tuple(number for number, (_, but) in enumerate(sets) if but),
        size=len(sets),
    )
