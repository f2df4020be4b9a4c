"""What a workload identity provider admits."""

from __future__ import annotations

import pytest

from bartizan.core.truth import Truth, Unknown
from bartizan.identity.gcp.federation import Demand, admitted, mapping, subjects, takes

GITHUB = {"google.subject": "assertion.sub", "attribute.repository": "assertion.repository"}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, ("*",)),
        ("true", ("*",)),
        ("assertion.repository_owner == 'shop'", ("repo:shop/*",)),
        ("'shop' == assertion.repository_owner", ("repo:shop/*",)),
        ("attribute.repository == 'shop/web'", ("repo:shop/web:*",)),
        ("assertion.repository in ['shop/web', 'shop/api']", ("repo:shop/web:*", "repo:shop/api:*")),
        (
            "assertion.repository == 'shop/web' || assertion.repository == 'shop/api'",
            ("repo:shop/web:*", "repo:shop/api:*"),
        ),
        ("google.subject.startsWith('repo:shop/web:ref:')", ("repo:shop/web:ref:*",)),
        ("assertion.repository_owner == 'shop' && assertion.repository == 'shop/web'", ("repo:shop/web:*",)),
        ("assertion.namespace_path == 'shop' && assertion.ref_protected == 'true'", ("project_path:shop/*",)),
        ("assertion.sub.matches('^repo:shop/.*$')", ("repo:shop/*",)),
        ("assertion.actor != ''", ("*",)),
    ],
)
def test_condition_limits_subjects(condition: str | None, expected: tuple[str, ...]) -> None:
    assert subjects(admitted(condition, GITHUB)) == expected


@pytest.mark.parametrize("condition", ["assertion.a != 'x'", "assertion.a == 'x' || assertion.b == 'y'", "((", "f(x)"])
def test_what_is_no_demand_is_kept_as_unread(condition: str) -> None:
    found = admitted(condition, GITHUB)

    assert not found.demands
    assert found.unread


def test_a_condition_that_was_not_seen_admits_nobody_knows_whom() -> None:
    assert admitted(Unknown("a variable"), {}).unread


def test_several_demands_are_all_told() -> None:
    found = admitted("assertion.repository_owner == 'shop' && assertion.ref == 'refs/heads/main'", GITHUB)

    assert found.demands == (
        Demand(claim="repository_owner", patterns=("shop",)),
        Demand(claim="ref", patterns=("refs/heads/main",)),
    )


def test_a_token_is_taken_when_the_condition_holds() -> None:
    condition = "attribute.repository == 'shop/web' && assertion.ref.startsWith('refs/heads/')"

    assert takes(condition, GITHUB, {"repository": "shop/web", "ref": "refs/heads/main"}) is Truth.YES
    assert takes(condition, GITHUB, {"repository": "evil/web", "ref": "refs/heads/main"}) is Truth.NO
    assert takes(condition, GITHUB, {"repository": "shop/web"}) is Truth.UNKNOWN


@pytest.mark.parametrize("text", [None, "", "[]", "{", Unknown("x"), '{"a": 1}'])
def test_a_mapping_that_cannot_be_read_is_empty(text: str | Unknown | None) -> None:
    assert mapping(text) == {}
