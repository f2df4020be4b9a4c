"""Routes over classes of actors and targets are those that single moves make."""

from __future__ import annotations

from collections import deque

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.kind import Asset
from bartizan.core.step import Follow, Gain, Step
from bartizan.core.truth import Truth
from bartizan.graph.grid import by_row, joined
from bartizan.paths.moves import Move, Moves
from bartizan.paths.routes import Routes


class Thing(Asset, kind="test.thing"):
    """Anything."""


def step(id: str) -> Step[Thing, Thing]:
    return Step(
        id=id,
        title="",
        technique="",
        actor=Thing,
        move=Follow(along=Gain.TARGET),
        because="",
        fix="",
        reaches=(),
        blocked=(),
    )


IDS = [f"n{number}" for number in range(6)]
MATRIX = st.lists(st.sampled_from([-1, -1, 0, 1]), min_size=4, max_size=4).map(lambda row: np.array(row, np.int8))


@st.composite
def worlds(draw: st.DrawFn) -> list[Moves]:
    found = []
    for number in range(draw(st.integers(1, 3))):
        truths = np.array([draw(MATRIX) for _ in range(3)], np.int8)
        rows = np.array(draw(st.lists(st.integers(-1, 2), min_size=6, max_size=6)), np.int32)
        columns = np.array(draw(st.lists(st.integers(0, 3), min_size=5, max_size=5)), np.int32)
        gained = draw(st.lists(st.sampled_from([*IDS, "admin:a"]), min_size=5, max_size=5))
        at = np.nonzero(truths >= 0)
        edges = (at[0].astype(np.int32), at[1].astype(np.int32), truths[at])
        found.append(
            Moves(
                step=step(f"s{number}"),
                actors=IDS,
                rows=rows,
                targets=gained,
                gained=gained,
                columns=columns,
                edges=edges,
            )
        )
    return found


def distances(moves: list[Move], goal: str) -> dict[str, int]:
    """Return how many moves each id is away from the goal, one move after the other."""
    found, pending = {goal: 0}, deque([goal])
    while pending:
        here = pending.popleft()
        for move in moves:
            if move.gained == here and move.actor not in found:
                found[move.actor] = found[here] + 1
                pending.append(move.actor)
    return found


@given(worlds(), st.booleans())
def test_the_way_is_as_short_as_single_moves_make_it(world: list[Moves], certain: bool) -> None:
    single = [move for moves in world for move in moves if move.truth is Truth.YES or not certain]

    ways = Routes(world).toward(["admin:a"], certain=certain)

    expected = distances(single, "admin:a")
    for id in IDS:
        chain = ways.chain(id)
        assert (chain is None) == (id not in expected)
        if chain is not None:
            assert len(chain) == expected[id]
            assert all(move in single for move in chain)
            assert [move.gained for move in chain[:-1]] == [move.actor for move in chain[1:]]
            assert chain[-1].gained == "admin:a"


@given(worlds(), st.sampled_from([*IDS, "nobody"]))
def test_what_is_beside_an_id_is_what_its_moves_gain(world: list[Moves], id: str) -> None:
    single = [move for moves in world for move in moves]

    beside = Routes(world).beside(id)

    assert beside - {id} == {move.gained for move in single if move.actor == id}


@given(worlds())
def test_as_many_moves_are_counted_as_there_are(world: list[Moves]) -> None:
    for moves in world:
        itself = sum(
            moves.actors[actor] == moves.gained[target]
            for row, column in zip(moves.edges[0], moves.edges[1], strict=True)
            for actor in np.flatnonzero(moves.rows == row).tolist()
            for target in np.flatnonzero(moves.columns == column).tolist()
        )
        assert moves.count() == len(list(moves)) + itself


@given(st.lists(MATRIX, min_size=1, max_size=4))
def test_grids_join_to_the_least_of_them(vectors: list[np.ndarray[tuple[int], np.dtype[np.int8]]]) -> None:
    rows, columns, (found, targets, truths) = joined([by_row(vector, 2) for vector in vectors])

    least = np.min(vectors, axis=0)
    for actor in range(4):
        assert (rows[actor] >= 0) == (least[actor] >= 0)
        for target in range(2):
            at = (found == rows[actor]) & (targets == columns[target])
            assert list(truths[at]) == ([least[actor]] if least[actor] >= 0 else [])
