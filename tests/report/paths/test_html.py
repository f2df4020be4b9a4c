"""Pages of attack paths: well formed, harmless, and whole without a script."""

from __future__ import annotations

from typing import Any

import pytest

from bartizan.core.finding import Verdict
from bartizan.report import Look
from tests.report.attack import ATTACKED, COMPARED, FIXES, MAIN, NONE, PATHS, hostile, long, several
from tests.report.conftest import Render, Written
from tests.report.sample import HOSTILE_NAMES
from tests.report.test_html import KNOWN, Page

EVIL = several(*(hostile(number) for number in range(len(HOSTILE_NAMES))))
ANSWERS = {
    "paths": PATHS,
    "none": NONE,
    "fix": FIXES,
    "diff": COMPARED,
    "hostile": EVIL,
    "long": several(long(90)),
}


@pytest.mark.parametrize("word", ANSWERS)
def test_pages_are_well_formed_and_harmless(word: str, written: Written) -> None:
    page = Page(written("html", ANSWERS[word]))

    assert page.open == []
    assert set(page.tags) <= KNOWN
    assert page.tags.count("script") == 1
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name in ("style", "src", "hidden")]


@pytest.mark.parametrize("word", ANSWERS)
def test_links_lead_to_what_is_there(word: str, written: Written) -> None:
    page = Page(written("html", ANSWERS[word]))
    ids = [value for _, name, value in page.attributes if name == "id"]

    assert len(ids) == len(set(ids))
    assert {value for _, name, value in page.attributes if name == "href"} <= {f"#{id}" for id in ids}


def test_the_page_of_a_scan_draws_its_paths_and_links_them_with_its_findings(render: Render) -> None:
    text = render("html", ATTACKED, Look(show=frozenset({Verdict.FAIL, Verdict.UNKNOWN})))
    page = Page(text)
    ids = [value for _, name, value in page.attributes if name == "id"]
    hrefs = {value[1:] for _, name, value in page.attributes if name == "href"}

    assert len(ids) == len(set(ids))
    assert hrefs <= set(ids)
    assert f"path-{MAIN.id}" in hrefs
    assert any(href.startswith("f-") for href in hrefs)
    assert "act within 3 days" in text


def test_of_too_many_paths_for_one_picture_as_many_as_fit_are_drawn(written: Written) -> None:
    text = written("html", several(long(40, "a"), long(40, "b" * 5), *[long(70)]))
    told: Any = text

    assert "2 of 3 paths are drawn together" in told


def test_a_new_hop_is_marked_in_the_page_of_a_change(written: Written) -> None:
    text = written("html", COMPARED)

    assert text.count('<span class="pill critical">new</span>') == 3
    assert "NEW Escape" in text
    assert "-        privileged: true" in text
