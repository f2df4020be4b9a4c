"""The smallest cut is that which trying all sets of labels finds."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bartizan.paths.arrays import Arrays
from bartizan.paths.cut import cut
from bartizan.paths.labels import Labels, labelled, of_pairs
from bartizan.paths.reachable import reach
from tests.paths.graphs import Edge, arrays, graphs

PRICES = [0.0, 1.0, 1.0, 2.0, 3.5]


def still_reached(graph: Arrays, labels: Labels, taken: tuple[int, ...], goals: list[int], certain: bool) -> set[int]:
    mask = np.zeros(labels.count, np.bool_)
    mask[list(taken)] = True
    found = reach(graph, np.zeros(1, np.int32), certain=certain, kept=labels.uncut(mask))
    return {goal for goal in goals if found[goal]}


@given(graphs(most=8), st.data(), st.booleans())
def test_no_set_of_labels_costs_less(world: tuple[int, list[Edge]], data: st.DataObject, certain: bool) -> None:
    size, edges = world
    graph, count = arrays(size, edges), data.draw(st.integers(0, 6))
    pair = st.tuples(st.integers(0, max(len(edges) - 1, 0)), st.integers(0, max(count - 1, 0)))
    pairs = np.array(data.draw(st.lists(pair, max_size=30)) if count and edges else [], np.int64).reshape(-1, 2)
    labels = of_pairs(pairs[:, 0], pairs[:, 1], len(edges), count)
    cost = np.array(data.draw(st.lists(st.sampled_from(PRICES), min_size=count, max_size=count)), np.float64)
    goals = data.draw(st.lists(st.integers(0, size - 1), max_size=3, unique=True))
    left = still_reached(graph, labels, tuple(range(count)), goals, certain)
    sets = [taken for many in range(count + 1) for taken in combinations(range(count), many)]
    least = min(
        float(cost[list(taken)].sum()) for taken in sets if still_reached(graph, labels, taken, goals, certain) == left
    )

    found = cut(graph, np.zeros(1, np.int32), np.array(goals, np.int32), labels, cost, certain=certain)

    assert set(found.left) == left
    assert still_reached(graph, labels, found.labels, goals, certain) == left
    assert abs(found.cost - least) < 1e-9
    assert found.optimal


def test_without_time_a_cut_is_found_that_says_what_it_is_worth() -> None:
    layers = 6
    edges = [(at, at + 1, 0, 1) for at in range(layers) for _ in range(3)]
    labels = labelled(np.arange(len(edges)), len(edges))

    found = cut(
        arrays(layers + 1, edges),
        np.array([0]),
        np.array([layers]),
        labels,
        np.ones(len(edges)),
        seconds=0,
    )

    assert still_reached(arrays(layers + 1, edges), labels, found.labels, [layers], True) == set()
    assert found.bound <= found.cost
    assert not found.optimal


def test_one_statement_behind_many_edges_is_taken_once() -> None:
    edges = [(0, 1, 0, 1), (0, 2, 0, 1), (1, 3, 0, 1), (2, 3, 0, 1)]
    labels = labelled(np.array([0, 1, 2, 2]), 3)

    found = cut(arrays(4, edges), np.array([0]), np.array([3]), labels, np.array([1.0, 1.0, 1.5]))

    assert found.labels == (2,)
    assert (found.cost, found.bound, found.optimal) == (1.5, 1.5, True)


def test_what_nothing_can_cut_off_is_told() -> None:
    edges = [(0, 1, 0, 1), (0, 2, 0, 1)]

    found = cut(arrays(3, edges), np.array([0]), np.array([1, 2]), labelled(np.array([-1, 0]), 1), np.ones(1))

    assert (found.left, found.labels) == ((1,), (0,))


def test_without_ways_nothing_is_taken() -> None:
    none = np.zeros(0, np.int32)

    found = cut(arrays(1, []), none, none, labelled(none, 0), np.zeros(0))

    assert (found.labels, found.cost, found.optimal, found.left) == ((), 0.0, True, ())
