"""Moves that are kept between two runs: used for the same state of a target, never for another or when damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.attack.finding import ARRAYS
from bartizan.app.attack.found import Found
from bartizan.app.attack.listing import Wanted, paths
from tests.app.attack.worlds import bucket, found_at, user

FILES = {"main.tf": user("ann", "s3:GetObject") + bucket("customers")}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def found(tmp_path: Path, cache: Path, files: dict[str, str] = FILES) -> Found:
    return found_at(tmp_path / "target", files, cache=cache, attackers=("aws_iam_user.ann",))


def listed(tmp_path: Path, cache: Path, files: dict[str, str] = FILES) -> list[str]:
    return [path.id for path in paths(found(tmp_path, cache, files), Wanted()).paths]


def test_what_was_kept_gives_the_same_paths_without_trying_a_step(tmp_path: Path, cache: Path) -> None:
    first = listed(tmp_path, cache)

    again = found(tmp_path, cache)

    assert [path.id for path in paths(again, Wanted()).paths] == first != []
    assert "moves" not in vars(again)


def test_a_changed_target_is_tried_again(tmp_path: Path, cache: Path) -> None:
    listed(tmp_path, cache)

    assert listed(tmp_path, cache, {"main.tf": user("ann") + bucket("customers")}) == []


@pytest.mark.parametrize("damage", [b"", b"\0" * 64, b"not an array"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, cache: Path, damage: bytes) -> None:
    first = listed(tmp_path, cache)
    for file in (cache / ARRAYS).glob("*/ends.npy"):
        file.write_bytes(damage)

    assert listed(tmp_path, cache) == first


def test_nothing_is_kept_without_a_cache(tmp_path: Path) -> None:
    without = found_at(tmp_path, FILES, attackers=("aws_iam_user.ann",))

    assert without.kept is None
