"""The best ways are those of all simple ways that cost least, in order."""

from __future__ import annotations

from itertools import islice, pairwise, product

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from bartizan.paths.arrays import Arrays
from bartizan.paths.nearest import Order
from bartizan.paths.top import sought, top
from tests.paths.graphs import Edge, arrays, directed, graphs


def costs(graph: Arrays, certain: bool) -> dict[tuple[int, int], int]:
    """Return what the best edge between two nodes costs."""
    found: dict[tuple[int, int], int] = {}
    for start, end, cost, truth in zip(
        graph.starts().tolist(), graph.ends.tolist(), Order.LIKELY.costs(graph).tolist(), graph.truth, strict=True
    ):
        if truth > 0 or not certain:
            found[start, end] = min(cost, found.get((start, end), cost))
    return found


@given(graphs(most=7), st.booleans(), st.integers(0, 2), st.integers(0, 12))
def test_the_best_ways_are_the_cheapest_of_all(world: tuple[int, list[Edge]], certain: bool, many: int, k: int) -> None:
    size, edges = world
    graph, goal = arrays(size, edges), size - 1
    starts = range(min(many, size))
    of_edge = costs(graph, certain)
    network = directed(size, edges, certain)
    every = [way for start in starts if start != goal for way in nx.all_simple_paths(network, start, goal)]
    every += [[goal]] if goal in starts else []

    found = top(sought(graph, goal, certain=certain), starts, k)

    assert len(set(found)) == len(found)
    assert {tuple(way) for way in every}.issuperset(found)
    expected = sorted(sum(of_edge[pair] for pair in pairwise(way)) for way in every)[:k]
    assert [sum(of_edge[pair] for pair in pairwise(way)) for way in found] == expected


@given(graphs(most=8, factor=2), st.integers(1, 4))
def test_no_id_is_passed_twice_but_what_has_none_may_be(world: tuple[int, list[Edge]], named: int) -> None:
    size, edges = world
    named = min(named, size)
    graph = arrays(size, edges, named)
    of_edge = costs(graph, certain=False)
    expected = {way for start, goal in [(0, named - 1)] for way in walks(set(of_edge), named, start, goal)}

    found = top(sought(graph, named - 1, certain=False), [0], 1000)

    weigh = {way: sum(of_edge[pair] for pair in pairwise(way)) for way in expected}
    assert set(found) == expected if len(expected) < 1000 else set(found) <= expected
    assert [weigh[way] for way in found] == sorted(weigh.values())[:1000]


def walks(edges: set[tuple[int, int]], named: int, start: int, goal: int) -> list[tuple[int, ...]]:
    """Return all ways that pass no id twice, and between two ids no other node twice; by trying them all."""
    found: list[tuple[int, ...]] = []
    pending: list[tuple[tuple[int, ...], frozenset[int]]] = [((start,), frozenset())]
    while pending:
        way, segment = pending.pop()
        if way[-1] == goal:
            found.append(way)
            continue
        for one, two in edges:
            if one == way[-1] and two not in segment and (two >= named or two not in way):
                pending.append(((*way, two), segment | {two} if two >= named else frozenset()))
    return found


def test_ten_of_very_many_ways_are_found_at_once() -> None:
    layers = [range(1 + 10 * layer, 11 + 10 * layer) for layer in range(12)]
    edges = [(0, node, 0, 1) for node in layers[0]]
    for before, after in pairwise(layers):
        edges += [(one, two, (one * 7 + two * 13) % 1000, 1) for one, two in product(before, after)]
    edges += [(node, 121, 0, 1) for node in layers[-1]]

    found = top(sought(arrays(122, edges), 121), [0], 10)

    simple = nx.shortest_simple_paths(directed(122, edges, True), 0, 121, weight="weight")
    weight = {(one, two): cost for one, two, cost, _ in edges}
    ours, theirs = (
        [sum(weight[pair] for pair in pairwise(way)) for way in ways] for ways in (found, islice(simple, 10))
    )
    assert ours == theirs
