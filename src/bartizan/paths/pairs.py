"""Pairs of an actor and something: where few are still in question, they are asked about one by one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bartizan.core.step import Use
from bartizan.graph.grid import Codes, Edges, Grid, common
from bartizan.paths.arrays import once
from bartizan.paths.ground import Ground
from bartizan.paths.upon import chosen

Joint = tuple[Codes, Codes, Edges]
"""Classes of actors and of targets, and the pairs of classes that are still in question."""
MANY = 1_000_000
"""Pairs of classes that are looked through: bounds memory."""
SMALL = 2_000
"""Pairs of classes, times targets, up to which they are looked through without arrays."""
Pairs = list[tuple[int, int]]
"""Positions of actors, and codes of what they act on."""


def few(codes: Codes, joint: Joint, most: int) -> Pairs | None:
    """Return the pairs still in question, `codes` by target; None for more than `most` for each code that is left."""
    rows, columns, (starts, ends, _) = joint
    if len(starts) * len(codes) <= SMALL:
        return _few(codes, joint, most)
    size = int(codes.max(initial=0)) + 1
    inside = once(columns.astype(np.int64) * size + codes)
    first = np.searchsorted(inside, ends.astype(np.int64) * size)
    counts = np.searchsorted(inside, (ends.astype(np.int64) + 1) * size) - first
    if counts.sum() > MANY:
        return None
    at = np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
    pairs = once(np.repeat(starts.astype(np.int64), counts) * size + inside[at] % size)
    members = np.bincount(rows[rows >= 0], minlength=int(starts.max(initial=0)) + 1)
    if members[pairs // size].sum() > most * len(once(pairs % size)):
        return None
    acting = {row: np.flatnonzero(rows == row).tolist() for row in once(pairs // size).tolist()}
    return [(actor, pair % size) for pair in pairs.tolist() for actor in acting[pair // size]]


def _few(codes: Codes, joint: Joint, most: int) -> Pairs | None:
    """Return the same where there is little to look through."""
    rows, columns, (starts, ends, _) = joint
    inside: dict[int, set[int]] = {}
    for column, code in zip(columns.tolist(), codes.tolist(), strict=True):
        inside.setdefault(column, set()).add(code)
    acting: dict[int, list[int]] = {}
    for actor, row in enumerate(rows.tolist()):
        acting.setdefault(row, []).append(actor)
    classes = sorted(
        {(row, code) for row, end in zip(starts.tolist(), ends.tolist(), strict=True) for code in inside.get(end, ())}
    )
    found = [(actor, code) for row, code in classes for actor in acting.get(row, ())]
    return found if len(found) <= most * len({code for _, code in classes}) else None


def singly(use: Use, action: str, pairs: Pairs, codes: Codes, patterns: Sequence[str], ground: Ground) -> Grid:
    """Ask for pairs one by one; all others are left out. The columns are codes of `patterns`."""
    places = {actor: number for number, actor in enumerate(dict.fromkeys(actor for actor, _ in pairs))}
    truths = np.full((len(places) + 1, len(patterns)), -1, np.int8)
    for actor, code in pairs:
        choices = ground.candidates(action, patterns[code]) if chosen(use) else (patterns[code],)
        truths[places[actor], code] = ground.any_allowed(ground.actors[actor], action, choices, use.given)
    rows = np.full(len(ground.actors), len(places), np.int32)
    rows[list(places)] = np.arange(len(places), dtype=np.int32)
    return Grid(rows, codes, truths)


def higher(whole: Grid, parts: Grid) -> Grid:
    """Return the higher truth of two grids; the columns of `whole` are by the codes of `parts`."""
    rows, alike = common([whole.rows, parts.rows])
    truths = np.maximum(whole.truths[alike[:, 0]][:, whole.columns], parts.truths[alike[:, 1]])
    return Grid(rows, parts.columns, truths)
