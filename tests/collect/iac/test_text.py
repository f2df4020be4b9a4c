"""Texts that are partly unknown, and the names of images made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.text import Text, cut, image, joined, parts
from bartizan.core.truth import Composite, Unknown

X = Unknown("x")
PIECES = st.lists(st.sampled_from(["", "a", "b/", ":1", "@sha256:00"]) | st.just(X), max_size=6)


def parsed(*pieces: Text) -> tuple[object, object, object]:
    made = image(joined(pieces))
    return made["repository"], made["tag"], made["digest"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("python", ("python", None, None)),
        ("python:3.12", ("python", "3.12", None)),
        ("localhost:5000/a/b", ("localhost:5000/a/b", None, None)),
        ("localhost:5000/a/b:1@sha256:ff", ("localhost:5000/a/b", "1", "sha256:ff")),
        ("a@sha256:ff", ("a", None, "sha256:ff")),
    ],
)
def test_images_that_are_known(text: str, made: tuple[object, ...]) -> None:
    assert parsed(text) == made


def test_an_unknown_version_leaves_the_repository_known() -> None:
    assert parsed("python:", X) == ("python", X, X)
    assert parsed("python:3.", X) == ("python", Composite("x", ("3.", X)), X)
    assert parsed("python@", X) == ("python", None, X)


def test_an_unknown_registry_leaves_the_tag_known() -> None:
    repository, tag, digest = parsed(X, "/python:3.12")

    assert (repository, tag, digest) == (Composite("x", (X, "/python")), "3.12", None)


def test_an_unknown_name_may_have_a_tag_and_a_digest() -> None:
    assert parsed(X) == (X, X, X)
    assert parsed("python", X) == (Composite("x", ("python", X)), X, X)


def test_cutting_stops_at_the_first_separator_that_is_seen() -> None:
    assert cut("app:grp", ":") == ("app", "grp")
    assert cut(joined([X, ":", X]), ":") == (X, X)
    assert cut(X, ":") == (X, None)


@given(PIECES)
def test_joining_is_associative(pieces: list[Text]) -> None:
    for middle in range(len(pieces) + 1):
        assert joined([joined(pieces[:middle]), joined(pieces[middle:])]) == joined(pieces)


@given(PIECES)
def test_no_known_part_of_an_image_is_lost(pieces: list[Text]) -> None:
    made = image(joined(pieces))

    known = "".join(part for part in parts(joined(pieces)) if isinstance(part, str))
    kept = "".join(part for value in made.values() for part in parts(value) if isinstance(part, str))
    assert len(kept) <= len(known)
