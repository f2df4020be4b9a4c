"""Ranges become intervals of keys that hold exactly the versions the range does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.collect.advisories.interval import Extent, add_range, add_versions, everything, within
from bartizan.collect.advisories.record import Event
from bartizan.collect.versions.order import key


def extent(*events: Event, versions: tuple[str, ...] = ()) -> Extent:
    made = Extent()
    add_range(made, "npm", events)
    add_versions(made, "npm", versions)
    return made


def has(made: Extent, version: str) -> bool:
    return within(made.bounds, key("npm", version))


def introduced(version: str) -> Event:
    return Event(introduced=version)


def fixed(version: str) -> Event:
    return Event(fixed=version)


def test_a_fixed_version_is_not_affected_and_the_one_before_is() -> None:
    made = extent(introduced("1.0.0"), fixed("1.2.0"))

    assert [has(made, text) for text in ("0.9.9", "1.0.0", "1.1.9", "1.2.0-rc.1", "1.2.0")] == [
        False, True, True, True, False,
    ]  # fmt: skip


def test_the_last_affected_version_is_affected_and_the_next_is_not() -> None:
    made = extent(introduced("0"), Event(last_affected="1.2.0"))

    assert [has(made, text) for text in ("0.0.0-alpha", "1.2.0", "1.2.0+build", "1.2.1-0")] == [True, True, True, False]


def test_several_branches_each_have_their_fix_in_any_order() -> None:
    made = extent(introduced("2.0.0"), fixed("1.5.0"), introduced("0"), fixed("2.3.0"))

    assert [has(made, text) for text in ("1.4.0", "1.5.0", "2.0.0", "2.3.0")] == [True, False, True, False]


def test_without_a_fix_everything_from_its_introduction_is_affected() -> None:
    assert has(extent(introduced("1.0.0")), "99.0.0")
    assert everything(extent(introduced("0")).bounds)
    assert not everything(extent(introduced("1.0.0")).bounds)


def test_a_limit_ends_what_is_affected() -> None:
    made = extent(introduced("1.0.0"), Event(limit="2.0.0"))

    assert [has(made, text) for text in ("1.9.9", "2.0.0")] == [True, False]
    assert has(extent(introduced("1.0.0"), Event(limit="*")), "9.0.0")


def test_listed_versions_are_affected_beside_the_range() -> None:
    made = extent(introduced("1.0.0"), fixed("1.1.0"), versions=("1.0.5", "3.0.0", "not-a-version"))

    assert [has(made, text) for text in ("1.0.5", "3.0.0", "3.0.1")] == [True, True, False]
    assert made.exact == ["not-a-version"]
    assert len(made.bounds) == 4


def test_a_version_that_cannot_be_ordered_makes_the_range_unclear() -> None:
    made = extent(introduced("0"), fixed("next"))

    assert made.unclear


def test_an_empty_event_tells_nothing() -> None:
    assert extent(Event()).bounds == []


POINTS = st.integers(0, 20)


@given(
    st.lists(
        st.tuples(st.sampled_from(["introduced", "fixed", "last_affected"]), POINTS),
        max_size=8,
        unique_by=lambda each: each[1],
    ),
    POINTS,
)
def test_intervals_hold_what_the_schema_s_own_algorithm_says(told: list[tuple[str, int]], asked: int) -> None:
    """The algorithm of the OSV schema: go through the events in the order of versions, and keep the last answer."""
    events = [Event(**{kind: f"{number}.0.0"}) for kind, number in told]
    affected = False
    for kind, number in sorted(told, key=lambda each: each[1]):
        if kind == "introduced" and asked >= number:
            affected = True
        elif (kind == "fixed" and asked >= number) or (kind == "last_affected" and asked > number):
            affected = False

    assert has(extent(*events), f"{asked}.0.0") is affected


@pytest.mark.parametrize("text", ["0", "0.0.0"])
def test_introduced_at_nothing_is_before_every_version(text: str) -> None:
    assert has(extent(introduced(text)), "0.0.0")
    assert has(extent(introduced("0")), "0.0.0-alpha")
