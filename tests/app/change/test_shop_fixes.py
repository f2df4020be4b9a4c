"""The fixes of the shop hold: each diff, made in a copy that is scanned, cuts what it promises and adds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.app.attack.finding import found
from bartizan.app.attack.listing import Wanted
from bartizan.app.change.fixes import fixes
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.core.attack import Fixes, Repair

SHOP = Path(__file__).parents[3] / "examples" / "shop"


@pytest.fixture(scope="module")
def answer() -> Fixes:
    return fixes(found(target(SHOP), Options(cache=None)), Wanted(), verify=True)


def with_diff(answer: Fixes) -> list[Repair]:
    return [repair for repair in answer.repairs if repair.edits]


def test_every_change_with_a_diff_cuts_what_it_promises_and_adds_nothing(answer: Fixes) -> None:
    wrong = {repair.title: repair.verdict for repair in with_diff(answer) if repair.verified is not True}

    assert wrong == {}
    assert len(with_diff(answer)) >= 8


def test_changes_of_many_languages_have_a_diff(answer: Fixes) -> None:
    files = {edit.file for repair in with_diff(answer) for edit in repair.edits}

    assert {file.rpartition(".")[2] for file in files} >= {"tf", "yaml", "yml"}


def test_all_diffs_together_cut_what_each_cuts(answer: Fixes) -> None:
    together = [note for note in answer.notes if "made together" in note]

    assert len(together) == 1
    assert "nothing new." in together[0]
    assert "still there" not in together[0]


def test_no_path_is_left_without_a_change(answer: Fixes) -> None:
    assert (answer.left, answer.optimal) == (0, True)


def test_what_a_person_has_to_do_is_said(answer: Fixes) -> None:
    by_hand = [repair for repair in answer.repairs if not repair.edits]

    assert by_hand
    assert all(repair.manual and repair.verified is None for repair in by_hand)
