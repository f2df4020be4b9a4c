"""Choke points are networkx's immediate dominators."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bartizan.paths.dominators import dominators
from tests.paths.graphs import Edge, arrays, directed, graphs


@given(graphs(most=25), st.booleans(), st.integers(0, 3))
def test_choke_points_are_immediate_dominators(world: tuple[int, list[Edge]], certain: bool, many: int) -> None:
    size, edges = world
    starts = list(range(min(many, size)))
    network = directed(size, edges, certain)
    root = size
    network.add_edges_from((root, start) for start in starts)
    network.add_node(root)
    expected = nx.immediate_dominators(network, root)

    found = dominators(arrays(size, edges), np.array(starts, np.int32), certain=certain)

    assert set(np.flatnonzero(found.reached)) == set(expected) - {root}
    for node in np.flatnonzero(found.reached).tolist():
        assert found.above[node] == (-1 if expected[node] == root else expected[node])


@given(graphs(most=15), st.lists(st.integers(0, 14), max_size=5, unique=True))
def test_a_node_cuts_off_what_is_not_reached_without_it(world: tuple[int, list[Edge]], goals: list[int]) -> None:
    size, edges = world
    goals = [goal for goal in goals if goal < size]
    network = directed(size, edges, True)
    reached = {0, *nx.descendants(network, 0)}

    found = dominators(arrays(size, edges), np.zeros(1, np.int32)).cut_off(np.array(goals, np.int32))

    for node in range(size):
        without = network.subgraph(set(network) - {node})
        still = {0, *nx.descendants(without, 0)} if node else set[int]()
        lost = (reached - still - {node}) if node in reached else set[int]()
        assert found[node] == len(lost.intersection(goals))


def test_nothing_is_above_where_nothing_starts() -> None:
    found = dominators(arrays(2, [(0, 1, 0, 1)]), np.zeros(0, np.int32))

    assert found.above.tolist() == [-1, -1]
    assert found.chain(1) == ()
    assert found.cut_off(np.array([1])).tolist() == [0, 0]
