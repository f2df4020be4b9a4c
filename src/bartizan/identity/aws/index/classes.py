"""Classes of principals: those who are alike in all that a policy can tell apart are judged once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from bartizan.identity.aws.index.crowd import Crowd
from bartizan.identity.aws.index.ranges import Numbers
from bartizan.identity.aws.statement import Principals
from bartizan.identity.hole import OPEN


@dataclass(frozen=True, slots=True)
class Classes:
    """A division of all principals."""

    codes: Numbers
    """For each principal, its class."""
    firsts: Numbers
    """For each class, one of its members."""


def whole(size: int) -> Classes:
    """Return the division of so many principals into one class, or none."""
    return Classes(np.zeros(size, np.int32), np.zeros(min(size, 1), np.int32))


def divided(classes: Classes, codes: Numbers, size: int) -> Classes:
    """Divide classes further, by codes below `size`."""
    if not len(codes) or size < 2:
        return classes
    joined = classes.codes.astype(np.int64) * size + codes
    span = len(classes.firsts) * size
    if span > 4 * len(codes) + 65536:
        _, firsts, found = np.unique(joined, return_index=True, return_inverse=True)
        return Classes(found.astype(np.int32), firsts.astype(np.int32))
    places = np.full(span, -1, np.int32)
    places[joined] = np.arange(len(joined), dtype=np.int32)
    there = np.flatnonzero(places >= 0)
    numbers = np.zeros(span, np.int32)
    numbers[there] = np.arange(len(there), dtype=np.int32)
    return Classes(numbers[joined], places[there])


def mentions(crowd: Crowd, named: Iterable[Principals]) -> tuple[Numbers, int]:
    """Divide principals by how statements can name them; returns the codes and how many there may be.

    Those in an account that is named, by its root or by anything in it, differ from those elsewhere, and a root user from others.
    Whoever is named by its own ARN, or as a session of it, is a class of its own, and so is everyone whose own ARN
    has holes.
    """
    listed = [names for names in named if not names.everyone]
    entries = sorted({entry for names in listed for entry in names.aws})
    codes = np.zeros(len(crowd), np.int32)
    if not entries:
        return codes, 1
    if any(OPEN in entry for entry in entries):
        return np.arange(len(crowd), dtype=np.int32), len(crowd)
    text = "\n".join(entries)
    size = 2
    codes[crowd.roots] = 1
    for at, account in enumerate(crowd.account_ids):
        if account in text:
            inside = crowd.accounts == at
            codes[inside] = size + crowd.roots[inside]
            size += 2
    single = {crowd.places[entry] for entry in entries if entry in crowd.places}
    single.update(int(at) for at in crowd.odd)
    single.update(_sessions(crowd, entries))
    for at in single:
        codes[at] = size
        size += 1
    return codes, size


def _sessions(crowd: Crowd, entries: list[str]) -> list[int]:
    """Return those whose sessions are named: an ARN of a session does not tell the path of its role."""
    names = tuple(
        "/" + entry.partition(":assumed-role/")[2].partition("/")[0] for entry in entries if ":assumed-role/" in entry
    )
    return [at for at, each in enumerate(crowd.principals) if each.arn.endswith(names)] if names else []
