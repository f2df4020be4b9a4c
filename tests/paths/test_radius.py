"""What falls with a node is what is reached from it, asked for one or for all."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bartizan.paths import condensed as module
from bartizan.paths.condensed import condensed
from bartizan.paths.radius import ERROR, radii, radius
from tests.paths.graphs import Edge, arrays, directed, graphs


@given(graphs(most=15), st.booleans())
def test_a_node_falls_in_as_many_moves_as_there_are(world: tuple[int, list[Edge]], certain: bool) -> None:
    size, edges = world
    expected = nx.single_source_shortest_path_length(directed(size, edges, certain), 0)

    hops = radius(arrays(size, edges), 0, certain=certain)

    assert {node: hops[node] for node in range(size) if hops[node] >= 0} == dict(expected)


@given(graphs(most=20), st.booleans(), st.lists(st.integers(0, 19), max_size=20))
def test_all_at_once_find_what_each_finds(world: tuple[int, list[Edge]], certain: bool, goals: list[int]) -> None:
    size, edges = world
    goals = [goal for goal in goals if goal < size]
    network = directed(size, edges, certain)

    found = radii(arrays(size, edges), np.array(goals, np.int32), certain=certain)

    for node in range(size):
        reached = {node, *nx.descendants(network, node)}
        assert set(found.reached(node).tolist()) == reached.intersection(goals)
        assert found.counts()[node] == len(reached.intersection(goals))
        assert abs(found.about[found.group[node]] - len(reached)) <= 1


@given(graphs(most=20), st.integers(1, 40))
def test_levels_joined_in_small_parts_are_the_same(world: tuple[int, list[Edge]], share: int) -> None:
    size, edges = world
    whole = condensed(arrays(size, edges))
    expected, found = (np.arange(1, whole.count + 1, dtype=np.int32)[:, None] for _ in range(2))
    whole.gather(expected, np.maximum)
    kept, module.SHARE = module.SHARE, share

    whole.gather(found, np.maximum)

    module.SHARE = kept
    assert found.tolist() == expected.tolist()


def test_the_estimate_is_as_good_as_it_is_said_to_be() -> None:
    size = 20_000
    chain = arrays(size, [(at, at + 1, 0, 1) for at in range(size - 1) if at % 500])
    random = np.random.default_rng(1)
    hubs = random.integers(1, 40, 400) * 500
    fan = arrays(size, [(0, int(hub), 0, 1) for hub in hubs])

    about = radii(chain, np.zeros(0, np.int32))

    heads = np.arange(1, size, 500)
    exact = np.full(len(heads), 500.0)
    wrong = about.about[about.group[heads]] / exact - 1
    assert np.sqrt((wrong**2).mean()) < 1.5 * ERROR
    assert abs(radii(fan, hubs.astype(np.int32)).counts()[0] - len(set(hubs.tolist()))) == 0


def test_a_graph_of_one_node_falls_with_itself() -> None:
    found = radii(arrays(1, [(0, 0, 0, 1)]), np.array([0]))

    assert found.reached(0).tolist() == [0]
    assert round(float(found.about[0])) == 1
