"""Moves that were joined, kept and opened again are still the moves they were."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given

from bartizan.core.truth import Truth
from bartizan.paths.gathering import gathered, thousandths
from bartizan.paths.keeping import load, save
from bartizan.paths.moves import Move, Moves
from bartizan.paths.nearest import Order, best
from bartizan.paths.routes import Routes
from tests.paths.test_routes import IDS, step, worlds


def one(id: str, actors: list[str], targets: list[str], gained: list[str], truth: Truth = Truth.YES) -> Moves:
    """Return moves of all actors on all targets."""
    return Moves(
        step=step(id),
        actors=actors,
        rows=np.zeros(len(actors), np.int32),
        targets=targets,
        gained=gained,
        columns=np.zeros(len(targets), np.int32),
        edges=(np.zeros(1, np.int32), np.zeros(1, np.int32), np.array([truth], np.int8)),
    )


def test_a_move_names_what_it_is_used_on(tmp_path: Path) -> None:
    world = [
        one("run", ["internet"], ["pod"], ["host:pod"]),
        one("take", ["host:pod"], ["role"], ["role"], Truth.UNKNOWN),
    ]
    save(gathered(world), tmp_path / "arrays", "key")

    routes = Routes(load(tmp_path / "arrays", "key"))

    assert list(routes.ids) == ["internet", "host:pod", "role"]
    assert routes.toward(["role"]).chain("internet") is None
    assert routes.toward(["role"], certain=False).chain("internet") == (
        Move("run", "internet", "pod", "host:pod", Truth.YES),
        Move("take", "host:pod", "role", "role", Truth.UNKNOWN),
    )
    assert routes.number("pod") == -1


@given(worlds())
def test_each_way_is_made_of_single_moves(world: list[Moves]) -> None:
    single = {move for moves in world for move in moves}
    routes = Routes(world)

    for order in Order:
        goals = np.arange(len(routes.ids))
        starts = routes.arrays.ids.numbers(IDS[:2])
        for way in best(routes.arrays, starts, goals, certain=False, order=order):
            assert set(routes.moves(way)) <= single


def test_weights_are_kept_in_thousandths() -> None:
    assert [thousandths(each) for each in (0, 0.2, 1.0, -1.0, float("nan"), float("inf"))] == [
        0,
        200,
        1000,
        0,
        1000,
        1_000_000_000,
    ]


def test_a_world_without_moves_has_no_ids() -> None:
    routes = Routes([])

    assert list(routes.ids) == []
    assert routes.toward(["admin:a"]).starts() == []
    assert routes.toward(["admin:a"]).chain("a") is None
