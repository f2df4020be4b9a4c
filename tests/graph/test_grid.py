"""Grids joined: few pairs are looked at one by one, many by their classes, and both tell the same."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.graph import grid as grids
from bartizan.graph.grid import Grid, joined

CLASSES, ACTORS, TARGETS = 3, 5, 7


def _codes(size: int) -> st.SearchStrategy[Any]:
    return st.lists(st.integers(0, CLASSES - 1), min_size=size, max_size=size).map(
        lambda each: np.array(each, np.int32)
    )


_TRUTHS = st.lists(st.integers(-1, 1), min_size=CLASSES * CLASSES, max_size=CLASSES * CLASSES).map(
    lambda each: np.array(each, np.int8).reshape(CLASSES, CLASSES)
)
GRIDS = st.lists(st.builds(Grid, _codes(ACTORS), _codes(TARGETS), _TRUTHS), min_size=1, max_size=4)
AMONG = st.none() | st.lists(st.booleans(), min_size=ACTORS, max_size=ACTORS).map(lambda each: np.array(each, np.bool_))


def _told(of: list[Grid], among: Any) -> dict[tuple[int, int], int]:
    """Return the truth of every pair that is not certain to be blocked, as `joined` tells it."""
    rows, columns, edges = joined(of, among)
    truth = {(int(row), int(column)): int(each) for row, column, each in zip(*edges, strict=True)}
    pairs = ((actor, target) for actor in range(ACTORS) for target in range(TARGETS))
    return {
        (actor, target): truth[rows[actor], columns[target]]
        for actor, target in pairs
        if (rows[actor], columns[target]) in truth
    }


@given(GRIDS, AMONG)
def test_a_join_holds_where_all_grids_do_among_the_actors_looked_at(of: list[Grid], among: Any) -> None:
    told = _told(of, among)

    least = {
        (actor, target): min(each.at(actor, target) for each in of)
        for actor in range(ACTORS)
        for target in range(TARGETS)
        if among is None or among[actor]
    }
    assert told == {pair: truth for pair, truth in least.items() if truth >= 0}


@given(GRIDS, AMONG)
def test_many_pairs_are_told_by_classes_as_few_are_one_by_one(of: list[Grid], among: Any) -> None:
    singly = _told(of, among)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grids, "SMALL", -1)
        by_classes = _told(of, among)

    assert singly == by_classes


@given(GRIDS, AMONG)
def test_an_actor_that_is_left_out_of_everything_has_no_class(of: list[Grid], among: Any) -> None:
    rows, _, (starts, _, _) = joined(of, among)

    assert set(rows[rows >= 0].tolist()) == set(starts.tolist())
