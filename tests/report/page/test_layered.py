"""Layered layouts: boxes apart, lines from left to right, and the same for the same graph."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.report.page.layered import Sizes, layered, spread

SIZES = Sizes()
NODES = [f"n{number}" for number in range(12)]
EDGES = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=40)


@given(edges=EDGES)
@settings(max_examples=120)
def test_boxes_never_overlap_and_stay_inside(edges: list[tuple[str, str]]) -> None:
    plan = layered(NODES, edges, SIZES)

    for (ax, ay), (bx, by) in combinations(plan.boxes.values(), 2):
        assert abs(ax - bx) >= SIZES.width or abs(ay - by) >= SIZES.height + SIZES.apart - 0.01
    for x, y in plan.boxes.values():
        assert x >= 0
        assert y >= 0
        assert x + SIZES.width <= plan.width
        assert y + SIZES.height <= plan.height + 0.01


@given(edges=EDGES)
def test_every_edge_but_loops_has_a_line_between_its_boxes(edges: list[tuple[str, str]]) -> None:
    plan = layered(NODES, edges, SIZES)

    assert set(plan.lines) == {edge for edge in edges if edge[0] != edge[1]}
    for (start, end), points in plan.lines.items():
        assert points[0][0] in (plan.boxes[start][0], plan.boxes[start][0] + SIZES.width)
        assert points[-1][0] in (plan.boxes[end][0], plan.boxes[end][0] + SIZES.width)


@given(edges=EDGES)
def test_the_same_graph_is_laid_out_the_same(edges: list[tuple[str, str]]) -> None:
    assert layered(NODES, edges, SIZES) == layered(NODES, edges, SIZES)


def test_a_box_stands_right_of_all_that_lead_to_it() -> None:
    boxes = layered(["a", "b", "c", "d"], [("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("a", "d")], SIZES).boxes
    assert boxes["a"][0] < boxes["b"][0] < boxes["c"][0] < boxes["d"][0]


def test_a_line_goes_around_the_boxes_of_the_columns_it_passes() -> None:
    plan = layered(["a", "b", "c"], [("a", "b"), ("b", "c"), ("a", "c")], SIZES)
    top, bottom = plan.boxes["b"][1], plan.boxes["b"][1] + SIZES.height

    (_, first), (_, second) = plan.lines["a", "c"][1:3]

    assert first == second
    assert not top <= first <= bottom


def test_lines_that_need_not_cross_do_not() -> None:
    boxes = layered(["a", "b", "x", "y"], [("a", "y"), ("b", "x")], SIZES).boxes
    assert (boxes["a"][1] < boxes["b"][1]) == (boxes["y"][1] < boxes["x"][1])


def test_a_graph_of_nothing_has_a_size() -> None:
    plan = layered([], [], SIZES)
    assert plan.width > 0
    assert plan.height >= 0


@given(aims=st.lists(st.floats(-1000, 1000), min_size=1, max_size=20), gap=st.floats(0, 50))
def test_what_is_spread_keeps_its_gaps_and_its_middle(aims: list[float], gap: float) -> None:
    places = spread(aims, [gap] * (len(aims) - 1))

    assert all(two - one >= gap - 1e-6 for one, two in pairwise(places))
    assert abs(sum(places) - sum(aims)) < 1e-3


def test_what_is_far_enough_apart_stays_where_it_is() -> None:
    assert spread([0.0, 10.0, 30.0], [5.0, 5.0]) == [0.0, 10.0, 30.0]
