"""Answers on a terminal: what a person reads, as short as twenty paths need it, with nothing hostile in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from bartizan.core.attack import AttackPath, Fixes
from bartizan.report import Look
from tests.report.attack import (
    ATTACKED,
    BLAST,
    CLOSED,
    COMPARED,
    CUSTOMER_GOAL,
    FIXES,
    MAIN,
    NONE,
    OPEN,
    PATHS,
    hostile,
    long,
    several,
)
from tests.report.conftest import Render, Written
from tests.report.sample import HOSTILE_NAMES
from tests.report.test_formats import RAW
from tests.report.test_terminal import SGR

ANSWERS = {
    "paths": PATHS,
    "none": NONE,
    "fix": FIXES,
    "blast-radius": BLAST,
    "open": OPEN,
    "closed": CLOSED,
    "diff": COMPARED,
}
EVIL = several(*(hostile(number) for number in range(len(HOSTILE_NAMES))))


@pytest.mark.parametrize("word", ANSWERS)
def test_the_answer_as_it_is_read(word: str, written: Written, snapshot: SnapshotAssertion) -> None:
    assert written("terminal", ANSWERS[word]) == snapshot


def test_the_answer_with_all_evidence(written: Written, snapshot: SnapshotAssertion) -> None:
    assert written("terminal", PATHS, Look(verbose=True)) == snapshot


def test_the_scan_opens_with_its_paths(render: Render, snapshot: SnapshotAssertion) -> None:
    text = render("terminal", ATTACKED)
    assert text[: text.index("MEDIUM  docker")] == snapshot


def test_a_path_that_begins_like_an_earlier_one_refers_to_it(written: Written) -> None:
    text = written("terminal", PATHS)

    assert "... as path 1 to shop-node" in text
    assert text.count("Escape a privileged container") == 1
    assert written("terminal", PATHS, Look(verbose=True)).count("Escape a privileged container  T1611") == 2


def test_twenty_paths_can_be_read(written: Written) -> None:
    assert len(written("terminal", several(*[MAIN] * 20)).splitlines()) < 150


@pytest.mark.parametrize("answer", [*ANSWERS.values(), several(long(40))], ids=[*ANSWERS, "long"])
@pytest.mark.parametrize("width", [60, 100])
def test_no_line_is_wider_than_the_terminal(answer: Any, width: int, written: Written) -> None:
    text = written("terminal", answer, Look(width=width))
    assert max(len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("answer", [*ANSWERS.values(), EVIL], ids=[*ANSWERS, "hostile"])
def test_colour_is_only_added_and_nothing_hostile_is_written_raw(answer: Any, written: Written) -> None:
    plain, coloured = written("terminal", answer), written("terminal", answer, Look(color=True))

    assert RAW.search(plain) is None
    assert SGR.sub("", coloured) == plain


def test_where_nothing_matters_or_nothing_was_read_no_path_is_no_comfort(written: Written) -> None:
    unnamed = written("terminal", replace(NONE, goals=()))
    closed = written("terminal", replace(NONE, sources=()))
    unread = written("terminal", replace(NONE, gaps=PATHS.gaps))

    assert "Nothing that matters was seen" in unnamed
    assert "Name what matters in the settings" in unnamed
    assert "Nothing that an attacker could start from was seen" in closed
    assert "No attack path in what could be read" in unread


def test_a_path_of_no_hops_starts_where_it_ends(written: Written) -> None:
    text = written("terminal", several(AttackPath(goal=CUSTOMER_GOAL, hops=())))
    assert re.search(r"1  shop-customers .*PROVEN", text)


def test_paths_that_no_change_cuts_are_told(written: Written) -> None:
    none = Fixes(target="x", repairs=(), paths=3, left=3, optimal=False)

    assert "No change was found that cuts any of 3 paths" in written("terminal", none)
    assert "There is no path to cut" in written("terminal", replace(none, paths=0, left=0))
    assert "3 paths left" in written("terminal", none)
