"""What falls with an asset, and the attack graph as a picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.attack.blast import blast
from bartizan.app.attack.picture import picture
from bartizan.app.errors import TargetError
from bartizan.core.truth import Truth
from tests.app.attack.worlds import OFFICE, bucket, found_at, found_in, role, user

ANN = "aws_iam_user.ann"
ESTATE = {
    "main.tf": user("ann")
    + user("bob", "s3:GetObject", when=OFFICE)
    + role("clerk", "s3:GetObject", trusts=f"{ANN}.arn")
    + bucket("customers")
    + bucket("pictures")
}


def test_everything_that_is_reached_falls_and_what_matters_comes_first(tmp_path: Path) -> None:
    found = blast(found_at(tmp_path, ESTATE), ANN)

    assert [(each.node.name, each.hops, each.classes) for each in found.fallen] == [
        ("shop-customers", 2, ("customer",)),
        ("role/clerk", 1, ()),
        ("shop-pictures", 2, ()),
    ]
    assert [path.goal.node.name for path in found.paths] == ["shop-customers"]


def test_what_falls_only_perhaps_is_told_apart(tmp_path: Path) -> None:
    found = blast(found_at(tmp_path, ESTATE), "aws_iam_user.bob")

    assert {(each.node.name, each.truth) for each in found.fallen} == {
        ("shop-customers", Truth.UNKNOWN),
        ("shop-pictures", Truth.UNKNOWN),
    }


def test_nothing_falls_with_what_leads_nowhere(tmp_path: Path) -> None:
    found = blast(found_at(tmp_path, ESTATE), "aws_s3_bucket.pictures")

    assert (found.fallen, found.paths) == ([], [])


def test_an_asset_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match=r"Nothing is called aws_iam_user\.eve here"):
        blast(found_at(tmp_path, ESTATE), "aws_iam_user.eve")


def test_a_picture_has_what_lies_between_attackers_and_what_matters(tmp_path: Path) -> None:
    found = picture(found_at(tmp_path, ESTATE, attackers=(ANN,)))

    assert [each.name for each in found.nodes][1:] == ["role/clerk", "shop-customers"]
    assert len(found.lines) == 2
    assert found.sources == {found.nodes[0].id}
    assert list(found.goals.values()) == [("customer",)]


def test_a_whole_picture_has_every_asset_and_every_move(tmp_path: Path) -> None:
    world = found_at(tmp_path, ESTATE)

    found = picture(world, whole=True)

    assert {each.id for each in found.nodes} >= {asset.id for asset in world.graph.assets}
    assert len(found.lines) == len({(line.start, line.end, line.step) for line in found.lines}) > 4


def test_a_picture_of_nothing_is_empty() -> None:
    found = picture(found_in())

    assert (found.nodes, found.lines) == ([], [])
