"""What is reached is what networkx says is reached, either way round."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.paths import reachable
from bartizan.paths.arrays import nothing
from bartizan.paths.reachable import levels, reach, who_can_reach
from tests.paths.graphs import Edge, arrays, directed, graphs


@given(graphs(), st.booleans(), st.integers(0, 3))
def test_what_is_reached_is_what_ways_lead_to(world: tuple[int, list[Edge]], certain: bool, many: int) -> None:
    size, edges = world
    starts = list(range(min(many, size)))
    graph = directed(size, edges, certain)

    forward = reach(arrays(size, edges), np.array(starts, np.int32), certain=certain)
    backward = who_can_reach(arrays(size, edges), np.array(starts, np.int32), certain=certain)

    assert set(np.flatnonzero(forward)) == set(starts).union(*(nx.descendants(graph, start) for start in starts))
    assert set(np.flatnonzero(backward)) == set(starts).union(*(nx.ancestors(graph, start) for start in starts))


@given(graphs(), st.integers(0, 3), st.booleans())
def test_a_deep_graph_has_the_same_levels(world: tuple[int, list[Edge]], deep: int, certain: bool) -> None:
    size, edges = world
    start = np.zeros(1, np.int32)
    expected = levels(arrays(size, edges), start, certain=certain)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reachable, "DEEP", deep)
        found = levels(arrays(size, edges), start, certain=certain)

    assert found.tolist() == expected.tolist()


def test_a_chain_of_a_hundred_thousand_is_followed_to_its_end() -> None:
    size = 100_000
    chain = arrays(size, [(at, at + 1, 0, 1) for at in range(size - 1)])

    found = levels(chain, np.zeros(1, np.int32))

    assert found.tolist() == list(range(size))


def test_nothing_is_reached_in_a_graph_without_nodes() -> None:
    nowhere = np.zeros(0, np.int32)

    found = reach(nothing(), nowhere)

    assert not len(found)


def test_only_edges_that_are_kept_are_followed() -> None:
    graph = arrays(3, [(0, 1, 0, 1), (1, 2, 0, 1)])

    found = reach(graph, np.zeros(1, np.int32), kept=np.array([True, False]))

    assert found.tolist() == [True, True, False]
