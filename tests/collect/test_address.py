"""Address ranges and ports, asked three-valued."""

from __future__ import annotations

import pytest

from bartizan.collect.address import anywhere, within
from bartizan.core.truth import Composite, Ref, Unknown

UNSEEN = Unknown("var.x has no default")
OF_VPC = Ref("known after apply", address="aws_vpc.main", attribute="cidr_block")
LOOKED_UP = Ref("known after apply", address="data.aws_ssm_parameter.office", attribute="value")


@pytest.mark.parametrize(
    "ranges",
    [
        ["0.0.0.0/0"],
        ["::/0"],
        ["2000::/3"],
        ["0.0.0.0/1"],
        ["10.0.0.0/8", "0.0.0.0/0"],
        ["0.0.0.0/2", "64.0.0.0/2"],
        [UNSEEN, "0.0.0.0/0"],
        [Composite("unknown", (UNSEEN, "/0"))],
        "0.0.0.0/0",
    ],
)
def test_ranges_that_take_in_half_of_the_internet_are_anywhere(ranges: object) -> None:
    assert anywhere(ranges) is True


@pytest.mark.parametrize(
    "ranges",
    [
        [],
        None,
        [None],
        ["10.0.0.0/8", "192.168.0.0/16"],
        ["fc00::/7"],
        ["203.0.113.7/32"],
        [OF_VPC],
        [Composite("unknown", (OF_VPC, "/32"))],
        ["no range"],
    ],
)
def test_ranges_of_certain_places_are_not_anywhere(ranges: object) -> None:
    assert anywhere(ranges) is False


@pytest.mark.parametrize(
    "ranges", [UNSEEN, [UNSEEN], ["10.0.0.0/8", LOOKED_UP], [Composite("unknown", ("0.", UNSEEN))]]
)
def test_range_that_was_not_seen_may_be_anywhere(ranges: object) -> None:
    assert isinstance(anywhere(ranges), Unknown)


def test_ports_within_bounds_are_listed() -> None:
    assert within([22, 80, 443], 80, 500) == [80, 443]
    assert within([22], 22, 22) == [22]
    assert within([22], None, None) == []


def test_unknown_bound_leaves_open_only_what_the_other_allows() -> None:
    assert within([22, 80], UNSEEN, 10) == []
    (open_,) = within([22, 80], 50, UNSEEN)
    assert isinstance(open_, Unknown)
