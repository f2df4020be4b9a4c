"""One permission for many callers and many resources: those alike in all that counts are asked about once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import numpy as np

from bartizan.core.access import Question
from bartizan.core.truth import Truth
from bartizan.graph.grid import Codes, Grid
from bartizan.identity.gcp.access import GoogleAccess
from bartizan.identity.hole import OPEN


def grid(
    access: GoogleAccess,
    permission: str,
    targets: Sequence[str],
    given: Mapping[str, str | tuple[str, ...]],
    actors: Sequence[str],
) -> Grid:
    """Answer for every pair, asking `access` once for each pair of classes."""
    asked = [access.counting(permission, target) for target in targets]
    lists = {id(named): named for _, named, _ in asked}
    members = dict.fromkeys(member for named in lists.values() for member in named)
    plain = frozenset(m for m in members if m.startswith(("user:", "serviceAccount:")) and OPEN not in m)
    broad = tuple(member for member in members if member not in plain)
    keys = [_row(access, actor, plain, broad) for actor in actors]
    rows, callers = _classes(keys)
    columns, things = _classes([key for key, _, _ in asked])
    truths = np.full((max(len(callers), 1), max(len(things), 1)), -1, np.int8)
    closed = access.is_permission(permission)
    for column, target in enumerate(things):
        among = frozenset(asked[target][1]) if closed and asked[target][2] else None
        for row, actor in enumerate(callers):
            if among is not None and _is_none_of(keys[actor], among):
                continue
            question = Question(actor=actors[actor], action=permission, target=targets[target], given=given)
            truths[row, column] = access.can(question).truth
    return Grid(rows, columns, truths)


def _row(access: GoogleAccess, actor: str, plain: frozenset[str], broad: tuple[str, ...]) -> Hashable:
    """Return what of a caller counts: the members that it is, and how certain that is."""
    caller = access.caller(actor)
    if caller is None or OPEN in caller:
        return actor
    met = tuple((member, truth) for member in broad if (truth := access.means(member, caller)) is not Truth.NO)
    return access.idle(caller), caller if caller in plain else "", met


def _is_none_of(row: Hashable, members: frozenset[str]) -> bool:
    """Tell whether a caller is certain to be none of the members; one that is not known may be any."""
    if not isinstance(row, tuple):
        return False
    _, caller, met = row
    return caller not in members and not any(member in members for member, _ in met)


def _classes(keys: Sequence[Hashable]) -> tuple[Codes, list[int]]:
    """Return for each key the number of its class, and for each class the position of its first key."""
    numbers: dict[Hashable, int] = {}
    first: list[int] = []
    codes = np.empty(len(keys), np.int32)
    for position, key in enumerate(keys):
        if key not in numbers:
            numbers[key] = len(first)
            first.append(position)
        codes[position] = numbers[key]
    return codes, first
