"""Drawings: text that fits, signs besides colours, and nothing in a name that is markup."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bartizan.report.page.drawing import Arrow, Shape, advance, draw, fitted, halved, strip, wrapped
from tests.report.sample import HOSTILE_NAMES
from tests.report.test_html import KNOWN, Page

TEXT = st.text(max_size=300)


@given(text=TEXT, room=st.floats(30, 300), size=st.floats(8, 16))
def test_text_fits_where_it_stands(text: str, room: float, size: float) -> None:
    rows = [fitted(text, room, size), *halved(text, room, size), *wrapped(text, room, size, 3)]

    assert all(advance(row, size) <= room for row in rows)
    assert len(wrapped(text, room, size, 3)) <= 3
    assert len(halved(text, room, size)) <= 2


def test_a_name_that_is_too_long_keeps_both_ends() -> None:
    assert fitted("production-storefront-europe-7", 120.0, 12.0).startswith("pro")
    assert fitted("production-storefront-europe-7", 120.0, 12.0).endswith("-7")
    assert halved("host of storefront", 100.0, 12.0) == ["host of", "storefront"]


def test_certainty_and_novelty_are_told_in_words_and_shape() -> None:
    shapes = (Shape(id="a", title="A", source=True), Shape(id="b", title="B", layer="cloud", goal=True))

    drawn = draw(shapes, (Arrow(start="a", end="b", label="go", possible=True, new=True),), "t")

    assert 'class="line possible new"' in drawn
    assert "NEW maybe: go" in drawn
    assert drawn.count('class="inner"') == 1


def test_several_ways_between_two_boxes_are_one_line_that_tells_how_many() -> None:
    shapes = (Shape(id="a", title="A"), Shape(id="b", title="B"))

    drawn = draw(shapes, [Arrow(start="a", end="b", label=word) for word in ("one", "two")], "t")

    assert drawn.count('class="way"') == 1
    assert "one (+1)" in drawn
    assert "one; two" in drawn


def test_a_strip_has_a_box_for_each_and_an_arrow_less() -> None:
    shapes = [Shape(id=str(n), title=str(n)) for n in range(12)]
    arrows = [Arrow(start=str(n), end=str(n + 1), label="on") for n in range(11)]

    drawn = strip(shapes, arrows, "t")

    assert drawn.count('class="box"') == 12
    assert drawn.count('class="way"') == 11


def test_hostile_names_are_text() -> None:
    shapes = [Shape(id=name, title=name, below=(name,), tip=name) for name in HOSTILE_NAMES]
    arrows = [Arrow(start=one, end=two, label=one, tip=two) for one, two in pairwise(HOSTILE_NAMES)]

    page = Page(draw(shapes, arrows, HOSTILE_NAMES[0]))

    assert page.open == []
    assert set(page.tags) <= KNOWN
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name == "style"]
