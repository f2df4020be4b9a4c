"""Pairs still in question: few are found without arrays, many with them, and both are the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.graph.grid import Grid, joined
from bartizan.paths import pairs
from bartizan.paths.arrays import once
from bartizan.paths.pairs import Joint, few

ACTORS, TARGETS = 4, 6


@st.composite
def _joints(draw: st.DrawFn) -> Joint:
    truths = draw(st.lists(st.integers(-1, 1), min_size=ACTORS * TARGETS, max_size=ACTORS * TARGETS))
    whole = np.array(truths, np.int8).reshape(ACTORS, TARGETS)
    return joined([Grid(np.arange(ACTORS, dtype=np.int32), np.arange(TARGETS, dtype=np.int32), whole)])


CODES = st.lists(st.integers(0, 2), min_size=TARGETS, max_size=TARGETS).map(lambda each: np.array(each, np.int32))


@given(_joints(), CODES, st.integers(0, 5))
def test_few_pairs_are_found_the_same_with_arrays_and_without(joint: Joint, codes: np.ndarray, most: int) -> None:
    without = few(codes, joint, most)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "SMALL", -1)
        with_arrays = few(codes, joint, most)

    assert without == with_arrays


def test_nothing_in_question_is_no_pair() -> None:
    joint = joined([Grid(np.zeros(2, np.int32), np.zeros(1, np.int32), np.full((1, 1), -1, np.int8))])

    assert few(np.zeros(1, np.int32), joint, 1) == []


@given(st.lists(st.integers(-5, 5)))
def test_numbers_once_are_in_order_and_distinct(numbers: list[int]) -> None:
    found = once(np.array(numbers, np.int64))

    assert found.tolist() == sorted(set(numbers))
