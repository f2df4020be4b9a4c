"""Classes of principals: those who are alike in all that a policy can tell apart are judged once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from bartizan.identity.aws.index.crowd import Crowd
from bartizan.identity.aws.index.ranges import Numbers, Truths
from bartizan.identity.aws.statement import Principals
from bartizan.identity.hole import OPEN


@dataclass(frozen=True, slots=True)
class Classes:
    """A division of all principals, or of whatever else has numbers."""

    codes: Numbers
    """For each, its class."""
    firsts: Numbers
    """For each class, one of its members."""


def whole(size: int) -> Classes:
    """Return the division of so many into one class, or none."""
    return Classes(np.zeros(size, np.intp), np.zeros(min(size, 1), np.intp))


def single(size: int) -> Classes:
    """Return the division of so many into as many classes."""
    return Classes(np.arange(size, dtype=np.intp), np.arange(size, dtype=np.intp))


def divided(classes: Classes, codes: Numbers, size: int) -> Classes:
    """Divide classes further, by codes below `size`."""
    if not len(codes) or size < 2:
        return classes
    joined = classes.codes.astype(np.int64) * size + codes
    span = len(classes.firsts) * size
    if span > 4 * len(codes) + 65536:
        _, firsts, found = np.unique(joined, return_index=True, return_inverse=True)
        return Classes(found.astype(np.intp), firsts.astype(np.intp))
    places = np.full(span, -1, np.intp)
    places[joined] = np.arange(len(joined), dtype=np.intp)
    there = np.flatnonzero(places >= 0)
    numbers = np.zeros(span, np.intp)
    numbers[there] = np.arange(len(there), dtype=np.intp)
    return Classes(numbers[joined], places[there])


@dataclass(frozen=True, slots=True)
class Division:
    """Blocks of principals, classes of blocks, and single principals that are apart from their blocks."""

    blocks: Classes
    classes: Classes
    apart: Numbers

    def places(self) -> Iterator[int]:
        """Yield who is asked: one of each class, then those who are apart."""
        apart = set(self.apart.tolist())
        for number, first in enumerate(self.blocks.firsts[self.classes.firsts].tolist()):
            yield self._other(number, first) if first in apart else first
        yield from self.apart.tolist()

    def _other(self, number: int, first: int) -> int:
        """Return a member of a class that is not apart, if there is one."""
        members = np.flatnonzero(self.classes.codes[self.blocks.codes] == number)
        left = np.setdiff1d(members, self.apart)
        return int(left[0]) if len(left) else first

    def spread(self, found: Truths) -> Truths:
        """Spread rows of what was found for those asked over all principals."""
        count = len(self.classes.firsts)
        if count == 1 and not len(self.apart):
            return np.broadcast_to(found[:, :1], (len(found), len(self.blocks.codes)))
        spread = np.take(np.take(found, self.classes.codes, axis=1), self.blocks.codes, axis=1)
        if len(self.apart):
            spread[:, self.apart] = found[:, count:]
        return spread


@dataclass(frozen=True, slots=True)
class Mentions:
    """How statements can name principals.

    Those in an account that is named, by its root or by anything in it, differ from those elsewhere. Whoever is named
    by its own ARN, or as a session of it, is apart, and so is everyone whose own ARN has holes.
    """

    accounts: tuple[int, ...]
    apart: frozenset[int]


NONE = Mentions((), frozenset())


def mentions(crowd: Crowd, named: Iterable[Principals], places: Mapping[str, int]) -> Mentions:
    """Return whom some statements name; `places`: the positions of all whose ARN any statement names."""
    entries = sorted({entry for names in named if not names.everyone for entry in names.aws})
    if not entries:
        return NONE
    if any(OPEN in entry for entry in entries):
        return Mentions((), frozenset(range(len(crowd))))
    text = "\n".join(entries)
    apart = {places[entry] for entry in entries if entry in places}
    apart |= crowd.odd | set(_sessions(crowd, entries))
    return Mentions(tuple(at for at, id in enumerate(crowd.account_ids) if id in text), frozenset(apart))


def _sessions(crowd: Crowd, entries: list[str]) -> list[int]:
    """Return those whose sessions are named: an ARN of a session does not tell the path of its role."""
    names = tuple(
        "/" + entry.partition(":assumed-role/")[2].partition("/")[0] for entry in entries if ":assumed-role/" in entry
    )
    return [at for at, each in enumerate(crowd.principals) if each.arn.endswith(names)] if names else []
