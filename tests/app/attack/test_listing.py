"""Attack paths as they are listed: ranked, told apart, with their evidence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bartizan.app.attack.listing import Wanted, paths
from bartizan.app.errors import TargetError
from bartizan.core.attack import Layer, Paths
from bartizan.core.truth import Truth
from tests.app.attack.worlds import OFFICE, bucket, found_at, found_in, role, user

ANN = "aws_iam_user.ann"
CUSTOMERS = bucket("customers")
CLERK = role("clerk", "s3:GetObject", trusts=f"{ANN}.arn")


def listed(folder: Path, *blocks: str, wanted: Wanted | None = None) -> Paths:
    found = found_at(folder, {"main.tf": "".join(blocks)})
    return paths(found, replace(wanted or Wanted(), starts=(ANN,)))


def test_a_path_goes_from_its_start_to_what_matters_hop_by_hop(tmp_path: Path) -> None:
    found = listed(tmp_path, user("ann"), CLERK, CUSTOMERS)

    best = found.paths[0]
    assert best.source.id.endswith(ANN)
    assert (best.goal.node.name, best.goal.classes) == ("shop-customers", ("customer",))
    assert [hop.gained.name for hop in best.hops] == ["role/clerk", "shop-customers"]
    assert best.truth is Truth.YES
    assert best.weight == sum(hop.weight for hop in best.hops)
    assert best.layers == (Layer.CLOUD,)


def test_each_hop_tells_the_statement_it_rests_on(tmp_path: Path) -> None:
    best = listed(tmp_path, user("ann"), CLERK, CUSTOMERS).paths[0]

    said = [[cause.says for cause in hop.causes if cause.kind == "statement"] for hop in best.hops]
    assert any("sts:AssumeRole" in text for text in said[0])
    assert any("s3:GetObject" in text for text in said[1])


def test_what_is_counted_is_what_is_reached(tmp_path: Path) -> None:
    only = role("clerk", "s3:GetObject", trusts=f"{ANN}.arn", on="arn:aws:s3:::shop-customers/*")

    found = listed(tmp_path, user("ann"), only, CUSTOMERS, bucket("patients"))

    assert (found.reached, found.possible) == (1, 0)
    assert {goal.node.name for goal in found.goals} == {"shop-customers", "shop-patients"}


def test_a_path_under_conditions_is_possible_and_told_what_it_rests_on(tmp_path: Path) -> None:
    found = listed(tmp_path, user("ann", "s3:GetObject", when=OFFICE), CUSTOMERS)

    assert (found.reached, found.possible) == (0, 1)
    assert found.paths[0].truth is Truth.UNKNOWN
    assert any("SourceIp" in doubt for doubt in found.paths[0].hops[-1].unknowns)


def test_only_proven_paths_can_be_asked_for(tmp_path: Path) -> None:
    found = listed(tmp_path, user("ann", "s3:GetObject", when=OFFICE), CUSTOMERS, wanted=Wanted(certain=True))

    assert (found.paths, found.possible) == ([], 0)


def test_further_ways_to_a_goal_come_after_the_best_to_each(tmp_path: Path) -> None:
    other = role("auditor", "s3:GetObject", trusts=f"{ANN}.arn")

    found = listed(tmp_path, user("ann"), CLERK, other, CUSTOMERS)

    courses = [tuple(hop.gained.id for hop in path.hops) for path in found.paths]
    assert len(courses) == len(set(courses)) == 2
    assert len({path.id for path in found.paths}) == 2


def test_a_list_is_as_long_as_it_was_asked_for(tmp_path: Path) -> None:
    roles = [role(f"clerk{number}", "s3:GetObject", trusts=f"{ANN}.arn") for number in range(5)]

    found = listed(tmp_path, user("ann"), *roles, CUSTOMERS, wanted=Wanted(top=3))

    assert len(found.paths) == 3
    assert found.reached == 1


def test_an_asset_that_is_no_goal_can_be_asked_for(tmp_path: Path) -> None:
    found = listed(
        tmp_path, user("ann", "s3:GetObject"), bucket("pictures"), wanted=Wanted(goals=("aws_s3_bucket.pictures",))
    )

    assert [path.goal.node.name for path in found.paths] == ["shop-pictures"]


@pytest.mark.parametrize(("starts", "goals"), [(("nobody",), ()), ((), ("nothing",))])
def test_what_is_not_there_is_a_clear_error(tmp_path: Path, starts: tuple[str, ...], goals: tuple[str, ...]) -> None:
    with pytest.raises(TargetError, match="Nothing is called"):
        paths(found_at(tmp_path, {"main.tf": CUSTOMERS}), Wanted(starts=starts, goals=goals))


def test_an_empty_world_has_no_paths() -> None:
    found = paths(found_in(), Wanted())

    assert (found.paths, found.goals, found.reached, found.possible) == ([], [], 0, 0)


def test_a_world_without_goals_has_no_paths(tmp_path: Path) -> None:
    found = listed(tmp_path, user("ann", "s3:GetObject"))

    assert (found.paths, found.goals) == ([], [])


def test_what_most_ways_go_through_is_named(tmp_path: Path) -> None:
    found = listed(tmp_path, user("ann"), CLERK, CUSTOMERS, bucket("patients"), bucket("payments"))

    assert [(each.node.name, each.goals) for each in found.chokes] == [("role/clerk", 3)]
