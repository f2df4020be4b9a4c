"""Generated estates are the same for the same seed, and of the size that was asked for."""

from __future__ import annotations

import numpy as np
import pytest

from bartizan.paths.reachable import reach
from tools.estate import generated


@pytest.mark.parametrize("assets", [1, 2, 10, 1000, 5000])
def test_an_estate_has_its_assets_and_five_relations_each(assets: int) -> None:
    estate = generated(assets)

    assert len(estate.arrays.ids) == assets
    assert estate.arrays.ids[0] == "internet"
    assert estate.arrays.count == 5 * assets or assets < 10
    assert len(set(estate.arrays.ids)) == assets


def test_the_same_seed_gives_the_same_estate() -> None:
    one, two, other = generated(2000, 7), generated(2000, 7), generated(2000, 8)

    assert np.array_equal(one.arrays.ends, two.arrays.ends)
    assert np.array_equal(one.goals, two.goals)
    assert not np.array_equal(one.arrays.ends, other.arrays.ends)


def test_the_internet_reaches_some_goals_and_not_all() -> None:
    estate = generated(20_000)

    reached = reach(estate.arrays, estate.starts)[estate.goals]

    assert 0 < reached.sum() < len(reached)
