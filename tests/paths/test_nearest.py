"""The best ways cost what networkx says they cost."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.paths import nearest
from bartizan.paths.nearest import Order, best, tree_toward
from tests.paths.graphs import Edge, arrays, directed, graphs


@given(graphs(), st.booleans(), st.integers(0, 3), st.sampled_from([nearest.ROUNDS, -1]))
def test_the_likely_way_is_the_one_of_least_weight(
    world: tuple[int, list[Edge]], certain: bool, many: int, rounds: int
) -> None:
    size, edges = world
    starts, goals = list(range(min(many, size))), list(range(size))
    graph = directed(size, edges, certain)
    weights = nx.multi_source_dijkstra_path_length(graph, set(starts)) if starts else {}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nearest, "ROUNDS", rounds)
        ways = best(arrays(size, edges), np.array(starts, np.int32), np.array(goals), certain=certain)

    for goal, way in zip(goals, ways, strict=True):
        assert bool(way) == (goal in weights)
        if way:
            assert (way[0] in starts, way[-1]) == (True, goal)
            assert sum(graph[one][two]["weight"] for one, two in pairwise(way)) == weights[goal]


@given(graphs(), st.booleans())
def test_the_short_way_is_the_one_of_fewest_moves(world: tuple[int, list[Edge]], certain: bool) -> None:
    size, edges = world
    lengths = nx.single_source_shortest_path_length(directed(size, edges, certain), 0)

    ways = best(arrays(size, edges), np.zeros(1, np.int32), np.arange(size), certain=certain, order=Order.SHORT)

    assert {goal: len(way) - 1 for goal, way in enumerate(ways) if way} == dict(lengths)


@given(graphs(), st.sampled_from(list(Order)))
def test_a_tree_toward_goals_goes_along_edges_at_their_cost(world: tuple[int, list[Edge]], order: Order) -> None:
    size, edges = world
    graph = arrays(size, edges)
    costs = order.costs(graph)

    tree = tree_toward(graph, np.array([size - 1]), costs, certain=False)

    starts = graph.starts()
    for node in np.flatnonzero(tree.onward >= 0).tolist():
        edge, after = int(tree.edge[node]), int(tree.onward[node])
        assert (starts[edge], graph.ends[edge]) == (node, after)
        assert tree.cost[node] == tree.cost[after] + costs[edge]


def test_of_ways_as_good_the_certain_one_is_taken() -> None:
    graph = arrays(4, [(0, 1, 100, 0), (1, 3, 100, 1), (0, 2, 100, 1), (2, 3, 100, 1)])

    ways = best(graph, np.array([0]), np.array([3]), certain=False)

    assert ways == [(0, 2, 3)]


def test_a_goal_that_is_a_start_is_its_own_way() -> None:
    graph = arrays(2, [(0, 1, 0, 1), (1, 0, 0, 1)])

    ways = best(graph, np.array([0, 1]), np.array([1]))

    assert ways == [(1,)]


def test_without_starts_or_goals_there_is_no_way() -> None:
    graph, nowhere = arrays(1, [(0, 0, 0, 1)]), np.zeros(0, np.int32)

    ways = best(graph, nowhere, np.array([0])), best(graph, np.array([0]), nowhere)

    assert ways == ([()], [])
