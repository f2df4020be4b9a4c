"""Texts with holes: matched three-valued, and never wrongly for certain."""

from __future__ import annotations

from fnmatch import translate
from re import compile as regex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Truth
from bartizan.identity.hole import covers, equal, hole, matches, overlap, own, shown

NAME = hole("aws_s3_bucket.orders.name")
TEXT = st.text("ab", max_size=5)
PATTERN = st.text("ab*?", max_size=6)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("arn:aws:s3:::orders/*", "arn:aws:s3:::orders/1", Truth.YES),
        ("arn:aws:s3:::orders", "arn:aws:s3:::orders/1", Truth.NO),
        (f"arn:aws:s3:::{NAME}/*", f"arn:aws:s3:::{NAME}/1", Truth.YES),
        ("arn:aws:s3:::orders", f"arn:aws:s3:::{NAME}", Truth.UNKNOWN),
        ("arn:aws:sqs:*", f"arn:aws:s3:::{NAME}", Truth.NO),
        ("*", f"arn:aws:s3:::{NAME}", Truth.YES),
        ("*orders*", f"arn:aws:s3:::{NAME}", Truth.UNKNOWN),
        (f"arn:aws:s3:::{hole('other')}", f"arn:aws:s3:::{NAME}", Truth.UNKNOWN),
    ],
)
def test_a_pattern_covers_a_text_as_far_as_is_known(pattern: str, text: str, expected: Truth) -> None:
    assert matches(pattern, text) is expected


@given(PATTERN, TEXT)
def test_without_holes_it_is_the_usual_wild_cards(pattern: str, text: str) -> None:
    assert (matches(pattern, text) is Truth.YES) == bool(regex(translate(pattern)).fullmatch(text))
    assert matches(pattern, text) is not Truth.UNKNOWN


@given(PATTERN, TEXT, TEXT, st.sampled_from("ab"))
def test_a_hole_never_hides_what_it_might_be(pattern: str, before: str, after: str, filled: str) -> None:
    """Whatever a hole turns out to be, an answer for certain was right."""
    judged = matches(pattern, before + hole("x") + after)

    assert judged in (Truth.UNKNOWN, matches(pattern, before + filled + after))


@given(PATTERN, PATTERN, TEXT)
def test_what_covers_a_pattern_covers_its_texts(pattern: str, asked: str, text: str) -> None:
    judged, fits = covers(pattern, asked), matches(asked, text) is Truth.YES

    assert not (fits and judged is Truth.YES) or matches(pattern, text) is Truth.YES
    assert not (fits and judged is Truth.NO) or matches(pattern, text) is Truth.NO


@given(PATTERN, PATTERN, TEXT)
def test_patterns_overlap_where_a_text_fits_both(one: str, other: str, text: str) -> None:
    both = matches(one, text) is Truth.YES and matches(other, text) is Truth.YES

    assert overlap(one, other) or not both
    assert overlap(one, other) == overlap(other, one)


def test_holes_are_the_same_only_as_themselves() -> None:
    assert equal(NAME, NAME) is Truth.YES
    assert equal(NAME, hole("other")) is Truth.UNKNOWN
    assert equal(f"a{NAME}", "b") is Truth.NO
    assert equal("a*", "ab") is Truth.NO
    assert shown(f"x-{NAME}") == "x-${aws_s3_bucket.orders.name}"


ONE, OTHER = own("infra//aws_s3_bucket.a|name"), own("infra//aws_s3_bucket.b|name")


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (f"arn:aws:s3:::{ONE}/*", f"arn:aws:s3:::{ONE}/x", Truth.YES),
        (f"arn:aws:s3:::{ONE}/*", f"arn:aws:s3:::{OTHER}/x", Truth.NO),
        (f"arn:aws:s3:::{ONE}", f"arn:aws:s3:::{OTHER}", Truth.NO),
        (f"arn:aws:s3:::{ONE}*", f"arn:aws:s3:::{OTHER}/x", Truth.UNKNOWN),
        (f"arn:aws:s3:::x-{ONE}", f"arn:aws:s3:::{OTHER}", Truth.UNKNOWN),
        (f"arn:aws:s3:*:*:{ONE}", f"arn:aws:s3:::{OTHER}", Truth.UNKNOWN),
        (f"arn:aws:s3:::{ONE}", "arn:aws:s3:::logs", Truth.UNKNOWN),
        (f"arn:aws:s3:::{ONE}", f"arn:aws:s3:::{own('plan.json//aws_s3_bucket.b|name')}", Truth.UNKNOWN),
        (f"arn:aws:s3:::{ONE}", f"arn:aws:s3:::{hole('variable')}", Truth.UNKNOWN),
    ],
)
def test_names_that_only_one_thing_can_have_are_told_apart(pattern: str, text: str, expected: Truth) -> None:
    """What was read in another place may be the same thing again, and names with something before them may meet."""
    assert matches(pattern, text) is expected
    assert covers(pattern, text) is expected
    assert "*" in pattern or equal(pattern, text) is expected


def test_an_own_name_is_shown_like_any_other() -> None:
    assert shown(ONE) == "${infra//aws_s3_bucket.a.name}"


def test_what_is_asked_for_has_no_colon_in_the_first_parts_of_an_arn() -> None:
    asked = "arn:aws:lambda:*:111122223333:function:*"

    assert covers("arn:aws:lambda:eu-central-1:111122223333:layer:*", asked) is Truth.NO
    assert covers("arn:aws:lambda:eu-central-1:111122223333:function:dev-*", asked) is Truth.UNKNOWN
    assert covers("arn:aws:lambda:*", asked) is Truth.YES


def test_an_account_that_is_not_known_is_still_no_more_than_an_account() -> None:
    account = hole("infra//account")

    asked = f"arn:aws:iam::{account}:user/*"
    assert covers(f"arn:aws:iam::{account}:instance-profile/{own('infra//a|name')}", asked) is Truth.NO
    assert covers(f"arn:aws:iam::111122223333:user/{own('infra//a|name')}", asked) is Truth.UNKNOWN
