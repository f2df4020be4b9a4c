"""Attack paths in words: what is certain, what two paths share, and a change as the lines of a diff."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.attack import AttackPath, Edit
from bartizan.report import Look
from bartizan.report.attack.words import chain, cost, diff, easiest, layers, name, outcome, shared, shortened, verdict
from bartizan.report.paths import NotInThisFormat, formats, ids
from tests.report.attack import BLAST, COMPARED, CUSTOMER_GOAL, DOUBTFUL, MAIN, NONE, PATHS, PIPELINE, long
from tests.report.conftest import Written

EMPTY = AttackPath(goal=CUSTOMER_GOAL, hops=())


def test_costs_are_short() -> None:
    assert [cost(weight) for weight in (0.0, 1.0, 1.25, 12.3)] == ["0", "1", "1.2", "12.3"]


def test_a_path_goes_through_its_nodes_once_each() -> None:
    assert [name(node) for node in chain(PIPELINE)] == [
        "Internet", "workflow ci", "shop-deploy", "administrator of AWS"
    ]  # fmt: skip
    assert chain(EMPTY) == (CUSTOMER_GOAL.node,)


def test_a_long_chain_says_how_many_are_left_out() -> None:
    assert [node.name for node in shortened(chain(long(40, "x")))] == [
        "x-0-x", "x-1-x", "36 more", "x-38-x", "x-39-x", "x-40-x"
    ]  # fmt: skip


def test_the_hop_that_is_easiest_to_take_away_is_one_of_a_setting() -> None:
    assert easiest(MAIN) == 1
    assert easiest(EMPTY) == -1


def test_a_path_begins_like_another_up_to_where_they_part() -> None:
    assert shared(DOUBTFUL, [PIPELINE, MAIN]) == (1, 3)
    assert shared(PIPELINE, [MAIN]) == (-1, 0)
    assert shared(MAIN, [MAIN]) == (0, 3)


def test_the_four_layers_are_told_in_order() -> None:
    assert layers(PIPELINE) == (("code", True), ("container", False), ("cluster", False), ("cloud", True))


def test_no_path_is_only_said_of_what_could_be_read() -> None:
    assert outcome(NONE) == "No attack path"
    assert outcome(replace(NONE, gaps=PATHS.gaps)) == "No attack path in what could be read"
    assert outcome(replace(NONE, possible=1)) == "No path is proven, 1 thing that matters may be reached"


def test_possible_paths_are_not_counted_among_the_proven_ones() -> None:
    assert verdict(COMPARED) == "1 attack path opened, 1 possible attack path opened, 1 path closed"
    assert verdict(replace(COMPARED, opened=(), closed=())) == "No attack path opened or closed"


LINES = st.lists(st.text("ab ", max_size=3), max_size=8).map("\n".join)


@given(before=LINES, after=LINES)
def test_a_diff_leads_from_one_text_to_the_other(before: str, after: str) -> None:
    head, *rows = diff(Edit(file="f", before=before, after=after, line=7))

    assert head.startswith("@@ -7,")
    assert [row[1:] for row in rows if row[0] in " -"] == before.splitlines()
    assert [row[1:] for row in rows if row[0] in " +"] == after.splitlines()


def test_an_answer_is_refused_in_a_format_it_has_not_with_those_it_has(written: Written) -> None:
    with pytest.raises(NotInThisFormat, match="json, terminal"):
        written("sarif", BLAST)

    assert formats(type(PATHS)) == ids() == ("html", "json", "markdown", "sarif", "terminal")


def test_files_are_named_from_where_the_reader_stands(written: Written) -> None:
    for id in ("markdown", "sarif", "html", "terminal"):
        assert "cloud/deploy/storefront.yaml" in written(id, COMPARED, Look(base="cloud/"))
